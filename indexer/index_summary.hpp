// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "kliping/database.hpp"
#include "run_log.hpp"

namespace kliping::indexer {

/// What a database holds, as `info` tells it.
struct IndexSummary {
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

  std::uint64_t articles = 0;
  /// First and last day, `2019-01-02`; empty where no article has a date.
  std::string first;
  std::string last;
  std::uint64_t undated = 0;
  /// Most articles first.
  Counts sources;
  std::uint64_t sourceless = 0;
  /// Earliest first.
  Counts years;
  std::uint64_t bytes = 0;
  /// Bytes of the larger files, by what they hold: `stored text`, `postings and values`.
  Counts sizes;
  std::string uuid;
  std::uint64_t revision = 0;
  std::string schema;
  std::string fingerprint;
  Positions positions = Positions::kept;
  /// Whether the index was analysed by the language rules of this program.
  bool own_rules = true;
  /// The last first.
  std::vector<RunRecord> runs;
};

/// Throws Error where `database` is not a Kliping database.
IndexSummary summarize(const std::string& database);

}  // namespace kliping::indexer
