// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// Decides what each column of a table is to us: by `--map`, by name, and the body also by being
/// the longest. False, with an error that names the columns, where neither title nor body is found.
bool assign_columns(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                    std::vector<Diagnostic>& findings);

}  // namespace kliping::indexer
