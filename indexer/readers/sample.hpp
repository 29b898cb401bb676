// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// Finds out from a file's first records what they share and notes it in `origin`. False, with an
/// error among the findings, where nothing can be made of the file.
bool study_sample(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                  std::vector<Diagnostic>& findings);

}  // namespace kliping::indexer
