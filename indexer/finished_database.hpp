// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "sink.hpp"

/// What the sinks that build databases aside do with the finished ones.
namespace kliping::indexer {

/// Joins databases into one compact one; documents keep their order.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target);

/// Deletes what the documents of a run took the place of.
void remove_replaced(const std::filesystem::path& database, const Replaced& replaced);

}  // namespace kliping::indexer
