// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/error.hpp"

/// What the last runs did, kept in the index itself for `info`.
namespace kliping::indexer {

/// Why articles and inputs were passed over, and how often.
struct SkipReason {
  std::string reason;
  std::uint64_t count = 0;
  /// The first of them, `berita.jsonl:42`.
  std::string example;

  bool operator==(const SkipReason&) const = default;
};

/// Counts articles and inputs that were passed over, by reason. Reasons that differ only behind a
/// colon count as one.
class SkipTally {
 public:
  void add(const Diagnostic& diagnostic);
  /// The most frequent first.
  std::vector<SkipReason> reasons() const;

 private:
  std::map<std::string, SkipReason> by_reason_;
};

struct RunRecord {
  /// `add`, `sync`, `remove`, `merge`.
  std::string verb;
  /// When the run ended, `2026-11-22T10:03:22Z`.
  std::string finished;
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;
  std::vector<SkipReason> reasons;

  bool operator==(const RunRecord&) const = default;
};

/// The runs of a log, the last one first; what cannot be read is passed over.
std::vector<RunRecord> read_run_log(std::string_view log);

/// The log with one more run, and the oldest forgotten.
std::string append_run(std::string_view log, const RunRecord& run);

/// Whether a run did anything, or passed over other things than the one before: the same inputs
/// again leave the index as it is.
bool is_worth_noting(const RunRecord& run, std::string_view log);

/// The log that a database holds; "" for none.
std::string run_log_of(const std::filesystem::path& database);

/// This moment, as records tell it.
std::string now_in_utc();

}  // namespace kliping::indexer
