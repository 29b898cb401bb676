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
  /// Those of them that were indexed again, for comparison.
  std::uint64_t rebuilt = 0;
  std::uint64_t faults = 0;
};

/// Looks for what is wrong with a generation: damage to its files, and whatever kliping-index
/// would not have written. `fault` hears each; it ends early only where nothing can be read.
/// `database` is for messages. Throws Error where the database changes meanwhile, and where its
/// tables may not be written.
CheckTally check_index(const std::filesystem::path& generation, const std::string& database,
                       const std::function<void(const Diagnostic&)>& fault);

}  // namespace kliping::indexer
