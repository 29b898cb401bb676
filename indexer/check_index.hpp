// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "kliping/error.hpp"

namespace kliping::indexer {

struct CheckTally {
  std::uint64_t articles = 0;
  /// How many of them were indexed again, to compare the result with what is stored.
  std::uint64_t rebuilt = 0;
  std::uint64_t faults = 0;
};

/// Looks for what is wrong with a generation: damaged files, and whatever kliping-index would not
/// have written. Calls `fault` with each fault, and goes on unless nothing can be read. `database`
/// is the name for messages. Throws Error where the database changes meanwhile, or where this user
/// may not write its tables, which Xapian's check needs.
CheckTally check_index(const std::filesystem::path& generation, const std::string& database,
                       const std::function<void(const Diagnostic&)>& fault);

}  // namespace kliping::indexer
