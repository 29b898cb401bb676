// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kliping/glass/document.hpp"
#include "kliping/glass/error.hpp"

/// Builds Xapian databases of the glass backend in bulk, an order of magnitude faster than Xapian's
/// own writer. docs/glass.md tells how, and why to trust it.
namespace kliping::glass {

struct BuildSettings {
  /// An existing, empty folder, which becomes the database.
  std::filesystem::path folder;
  /// Budget for buffers of all lanes together.
  std::size_t memory_bytes = std::size_t{256} << 20;
  /// Lanes that will be opened, and threads that finish() uses.
  unsigned lanes = 1;
  /// A power of two from 2048 to 65536.
  std::uint32_t block_bytes = 8192;
  std::uint32_t first_docid = 1;
  /// How many documents, picked at random, are kept in memory for doubt_after() to compare.
  std::size_t samples = 32;
};

/// A copy of a document that was added, with the id that it got.
struct Sample {
  std::uint32_t docid = 0;
  OwnedDocument document;
};

struct BuildSummary {
  std::uint32_t documents = 0;
  std::uint64_t postings = 0;
  std::uint64_t position_lists = 0;
  std::uint64_t total_length = 0;
  std::vector<Sample> samples;
};

/// Takes documents into a builder; for one thread.
class Lane {
 public:
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;
  ~Lane();

  /// Batches are numbered from 0 without gaps, over all lanes together. Document ids follow the
  /// numbers of the batches, whichever lane is faster, and within a batch the order of add(). A
  /// lane is fastest when the numbers of its batches ascend.
  void begin_batch(std::uint64_t number);
  /// Throws BuildError for a document that is not as Document says, or that glass cannot hold.
  void add(const Document& document);
  void end_batch();

 private:
  friend class Builder;
  class Impl;
  explicit Lane(std::unique_ptr<Impl> work);

  std::unique_ptr<Impl> impl_;
};

class Builder {
 public:
  explicit Builder(const BuildSettings& settings);
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  ~Builder();

  /// From any thread. The builder owns the lane.
  Lane& open_lane();

  /// Writes the postings and, last of all, the version file. To be called once, after every batch
  /// has ended. Throws BuildError, also when less or more was written than went in. Does not sync
  /// files to the disk.
  BuildSummary finish(const std::map<std::string, std::string>& metadata);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kliping::glass
