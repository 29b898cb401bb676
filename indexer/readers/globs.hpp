// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// Whether a path matches one of the globs. A glob with a slash is compared with the whole path
/// below the operand or inside the container, one without a slash with the last name alone.
bool matches_any(const std::vector<std::string>& globs, const std::string& path_below);

/// Whether `--include` admits a file. Containers are always admitted, for their members.
bool is_included(const ReadOptions& options, const std::string& path_below);

/// Whether `--exclude` excludes a path or a folder above it.
bool is_excluded(const ReadOptions& options, const std::string& path_below);

}  // namespace kliping::indexer
