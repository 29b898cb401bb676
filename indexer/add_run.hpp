// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database_folder.hpp"
#include "kliping/error.hpp"
#include "kliping/near_duplicate.hpp"
#include "record.hpp"
#include "word_lists.hpp"

namespace kliping::indexer {

/// What to do with an article that the index holds just so.
enum class UnchangedRule { skip, index_again };

/// Who writes large batches.
enum class WriterRule { bulk_builder, xapian };

struct AddSettings {
  std::vector<std::string> inputs;
  ReadOptions read;
  UnchangedRule unchanged = UnchangedRule::skip;
  WriterRule writer = WriterRule::bulk_builder;
  GivenLists lists;
  DuplicateRule duplicates = DuplicateRule::near;
  unsigned jobs = 1;
  /// Budget for what waits in buffers.
  std::size_t memory_bytes = std::size_t{512} << 20;
  /// Faulty inputs after which the run is given up; empty for never.
  std::optional<std::size_t> max_errors;
};

/// What became of an article or input.
struct Outcome {
  enum class Kind { added, updated, unchanged, skipped };

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
};

struct AddTally {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t skipped = 0;
  /// Of the skipped, those with an error (an empty article is none).
  std::uint64_t errors = 0;
};

/// Adds all articles of the inputs to the database, and publishes. The same inputs make the same
/// index, whatever the number of threads. Throws Error, with the index as it was at its last
/// commit, where it cannot.
AddTally add_articles(DatabaseFolder& folder, const AddSettings& settings,
                      const AddObserver& observer);

}  // namespace kliping::indexer
