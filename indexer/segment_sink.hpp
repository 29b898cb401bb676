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

/// Writes by Xapian's own writer: each batch as a small database (a segment) in the staging folder.
/// Segments are merged by `fan_in` as they come, and at the end all of them, with the existing
/// index in front where there is one. Xapian's buffer of postings slows down as it fills, so this
/// is twice as fast as one large buffer, and lanes share nothing while they write.
class SegmentSink final : public Sink {
 public:
  /// `lists` are stored in a new index.
  SegmentSink(DatabaseFolder& folder, WordLists lists);
  ~SegmentSink() override;

  std::unique_ptr<Lane> open_lane() override;
  void publish(const Completion& completion) override;

  /// So many segments are merged into one of the next level. Bounds the number of open files: a
  /// segment has five.
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
  /// Registers a finished segment, and merges a group of segments that is complete with it.
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
