// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// Finds out from the first records of a file what holds for all of it, and notes that in `origin`.
/// False, with an error among the findings, for a file that no articles can be made of.
bool study_sample(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                  std::vector<Diagnostic>& findings);

}  // namespace kliping::indexer
