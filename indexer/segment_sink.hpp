// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "database_folder.hpp"
#include "kliping/analysis/user_words.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Writes each batch as a small database of its own in the staging folder, merges them by dozens
/// as they come, and publishes the merge of all, with the existing index in front where there is
/// one. Xapian's in-memory inverter slows down as it fills, so this is twice as fast as one big
/// buffer, and lanes share nothing while they write.
class SegmentSink final : public Sink {
 public:
  /// `lists` mark a new index.
  SegmentSink(DatabaseFolder& folder, WordLists lists);
  ~SegmentSink() override;

  std::unique_ptr<Lane> open_lane() override;
  void publish(const Completion& completion) override;

  /// Segments that are merged into one of the next level; bounds open files, five a segment.
  static constexpr std::size_t fan_in = 64;

 private:
  class SegmentLane;

  /// Segment `number` of a level holds the batches [number, number + 1) * fan_in^level.
  struct Place {
    unsigned level = 0;
    std::uint64_t number = 0;

    std::uint64_t first_batch() const noexcept;
  };

  std::filesystem::path segment_path(const Place& place) const;
  /// Takes in a finished segment, and merges the segments that it completes a group of.
  void finish(Place place);
  std::vector<Place> complete_group(const Place& place);
  void merge(const std::vector<std::filesystem::path>& sources,
             const std::filesystem::path& target) const;
  std::vector<std::filesystem::path> remaining_segments();
  std::filesystem::path write_first_segment() const;

  DatabaseFolder& folder_;
  WordLists lists_;
  std::filesystem::path area_;
  std::mutex mutex_;
  /// Finished and not merged yet, by first batch.
  std::map<std::uint64_t, Place> finished_;
};

}  // namespace kliping::indexer
