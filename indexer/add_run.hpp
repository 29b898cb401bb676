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

/// What to do with an article that the index already holds in the same form.
enum class UnchangedRule { skip, index_again };

/// What writes large batches: the bulk builder (docs/glass.md), or Xapian's own writer.
enum class WriterRule { bulk_builder, xapian };

struct AddSettings {
  /// Name of the command, for the log of runs.
  std::string verb = "add";
  /// Tells the time, for that log.
  std::function<std::string()> now = now_in_utc;
  std::vector<std::string> inputs;
  ReadOptions read = {};
  UnchangedRule unchanged = UnchangedRule::skip;
  WriterRule writer = WriterRule::bulk_builder;
  /// By `--exceptions` and `--protect`.
  GivenLists lists = {};
  DuplicateRule duplicates = DuplicateRule::near;
  /// For a new index. An existing one goes on as it began.
  Positions positions = Positions::kept;
  unsigned jobs = 1;
  /// Budget for buffers: input that waits, and postings that are not written yet.
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

/// Is called with what happens, in input order. Calls come from any thread, but never two at a
/// time.
struct AddObserver {
  std::function<void(const Outcome&)> outcome;
  std::function<void(const Diagnostic&)> diagnostic;
  /// Bytes of input read since the last call; from the reading thread.
  std::function<void(std::size_t)> read;
  /// Called by the reading thread. True ends the input here; articles read so far are published.
  std::function<bool()> interrupted;
  /// Called with the folder of a built database before it is checked, so that tests can damage it.
  std::function<void(const std::filesystem::path&)> built = {};
};

struct AddTally {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;
  std::uint64_t removed = 0;
  /// Articles that vanished from the roots, but were kept because there are more of them than the
  /// sync may remove.
  std::uint64_t withheld = 0;
  /// Articles of the roots that the index held before.
  std::uint64_t held = 0;
  /// Articles that may still be there, since their input could not be read: they are kept.
  std::uint64_t sheltered = 0;
  /// How many of `skipped` had an error. (An empty article is skipped without one.)
  std::uint64_t errors = 0;
};

/// Adds all articles of the inputs to the database, and publishes. The same inputs make the same
/// index, whatever the number of threads. Throws Error, with the index as it was at its last
/// commit, where it cannot.
AddTally add_articles(DatabaseFolder& folder, const AddSettings& settings,
                      const AddObserver& observer);

/// Goes through the inputs and says what add_articles would do, without writing anything.
/// `generation` is empty for a database that does not exist yet.
AddTally rehearse(const std::optional<std::filesystem::path>& generation,
                  const AddSettings& settings, const AddObserver& observer);

}  // namespace kliping::indexer
