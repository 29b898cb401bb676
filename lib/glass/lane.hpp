// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "arena.hpp"
#include "document_tables.hpp"
#include "kliping/glass/builder.hpp"
#include "postlist_writer.hpp"
#include "run.hpp"
#include "run_reader.hpp"
#include "spill_file.hpp"

namespace kliping::glass {

/// Counts of what was added to a lane. Builder::finish() compares them with what was written.
struct LaneCounts {
  std::uint64_t postings = 0;
  std::uint64_t position_lists = 0;
  std::uint64_t total_length = 0;
  std::uint32_t max_wdf = 0;
  /// Of documents with a length; 0 for none.
  std::uint32_t min_length = 0;
  std::uint32_t max_length = 0;

  void add(const LaneCounts& other);
};

/// Encodes each document for the tables by document, and adds its postings, values and length to a
/// run in memory, which is written to the lane's spill file when it fills its share of the budget.
class Lane::Impl {
 public:
  Impl(const BuildSettings& settings, DocumentTables& tables, unsigned number);

  void begin_batch(std::uint64_t number);
  void add(const Document& document);
  void end_batch();

  /// Writes the last run out. Throws BuildError in the middle of a batch.
  void finish();

  const LaneCounts& counts() const noexcept { return counts_; }
  const SlotStatistics& slots() const noexcept { return slots_; }
  /// Appends the lane's runs and samples, with document ids: known once all lanes have ended all
  /// batches.
  void collect(std::vector<WrittenRun>& runs, std::vector<Sample>& samples) const;

 private:
  /// Consecutive documents of one batch that are in a run: from number `first` of the batch on.
  struct Extent {
    std::uint64_t batch;
    std::uint32_t first;
    std::uint32_t documents;
  };
  struct SpilledRun {
    std::uint64_t begin;
    std::uint64_t end;
    std::vector<Extent> extents;
  };
  struct SampledDocument {
    std::uint64_t batch;
    std::uint32_t index;
    OwnedDocument document;
  };

  void add_to_run(const Document& document, std::uint64_t length);
  std::string_view escaped(std::string_view term);
  std::string_view encoded(std::span<const std::uint32_t> positions);
  void count(const Document& document, std::uint64_t length);
  void sample(const Document& document);
  void write_run();

  DocumentTables& tables_;
  const std::size_t run_bytes_;
  const std::size_t max_samples_;

  std::optional<std::uint64_t> batch_;
  EncodedBatch encoded_;

  std::optional<Run> run_;
  std::vector<Extent> extents_;
  /// Documents in the run.
  std::uint32_t run_documents_ = 0;
  SpillFile file_;
  std::vector<SpilledRun> spilled_;

  LaneCounts counts_;
  SlotStatistics slots_;
  std::uint64_t documents_ = 0;
  std::minstd_rand random_;
  std::vector<SampledDocument> samples_;

  /// Buffers for the document that is being added: its entries, which point into the arena.
  std::vector<Run::Entry> entries_;
  Arena arena_;
  std::string bytes_;
};

}  // namespace kliping::glass
