// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// A glob with a slash is about the path below the operand or inside the container, one without
/// about the name alone.
bool matches_any(const std::vector<std::string>& globs, const std::string& path_below);

/// Whether `--include` lets a file in. A container is let in for the sake of its members.
bool is_included(const ReadOptions& options, const std::string& path_below);

/// Whether `--exclude` shuts out a path or a folder that it lies in.
bool is_excluded(const ReadOptions& options, const std::string& path_below);

}  // namespace kliping::indexer
