// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database_folder.hpp"
#include "kliping/database.hpp"
#include "kliping/error.hpp"
#include "kliping/near_duplicate.hpp"
#include "record.hpp"
#include "run_log.hpp"
#include "sync_watch.hpp"
#include "word_lists.hpp"

namespace kliping::indexer {

/// What to do with an article that the index holds just so.
enum class UnchangedRule { skip, index_again };

/// Who writes large batches.
enum class WriterRule { bulk_builder, xapian };

struct AddSettings {
  /// As the log of runs names it.
  std::string verb = "add";
  /// What time it is, for that log.
  std::function<std::string()> now = now_in_utc;
  std::vector<std::string> inputs;
  ReadOptions read = {};
  UnchangedRule unchanged = UnchangedRule::skip;
  WriterRule writer = WriterRule::bulk_builder;
  /// By `--exceptions` and `--protect`.
  GivenLists lists = {};
  DuplicateRule duplicates = DuplicateRule::near;
  /// Of a new index; another goes on as it began.
  Positions positions = Positions::kept;
  unsigned jobs = 1;
  /// Budget for what waits in buffers.
  std::size_t memory_bytes = std::size_t{512} << 20;
  /// Also removes what vanished from these roots; empty for never.
  std::optional<SyncRule> sync = {};
  /// Faulty inputs after which the run is given up; empty for never.
  std::optional<std::size_t> max_errors = {};
};

/// What became of an article or input.
struct Outcome {
  enum class Kind { added, updated, unchanged, skipped, removed };

  Kind kind;
  /// Empty where it is not known.
  std::string_view id;
  std::string_view locator;
  std::size_t line = 0;
  /// Why it was skipped.
  std::string_view reason;
};

/// Told what happens, in input order, from any thread, one call at a time.
struct AddObserver {
  std::function<void(const Outcome&)> outcome;
  std::function<void(const Diagnostic&)> diagnostic;
  /// Bytes of input read since the last call; from the reading thread.
  std::function<void(std::size_t)> read;
  /// Asked by the reading thread: true ends the input here, and what is complete gets published.
  std::function<bool()> interrupted;
  /// Told where the bulk builder's work stands before it is checked: tests damage it there.
  std::function<void(const std::filesystem::path&)> built = {};
};

struct AddTally {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;
  std::uint64_t removed = 0;
  /// Gone from the roots, and kept because they are more than a sync may remove.
  std::uint64_t withheld = 0;
  /// Articles that the index held from the roots.
  std::uint64_t held = 0;
  /// Not counted as gone, because their input could not be read.
  std::uint64_t sheltered = 0;
  /// Of the skipped, those with an error (an empty article is none).
  std::uint64_t errors = 0;
};

/// Adds all articles of the inputs to the database, and publishes. The same inputs make the same
/// index, whatever the number of threads. Throws Error, with the index as it was at its last
/// commit, where it cannot.
AddTally add_articles(DatabaseFolder& folder, const AddSettings& settings,
                      const AddObserver& observer);

/// Says what add_articles would do to a database, and does nothing. `generation` is empty for a
/// database that is not there yet.
AddTally rehearse(const std::optional<std::filesystem::path>& generation,
                  const AddSettings& settings, const AddObserver& observer);

}  // namespace kliping::indexer
