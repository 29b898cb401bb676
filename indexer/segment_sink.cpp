// SPDX-License-Identifier: GPL-3.0-or-later
#include "segment_sink.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "file_system.hpp"
#include "finished_database.hpp"
#include "xapian_document.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

/// Segments are not synced to the disk: after a crash they are thrown away. (DB_DANGEROUS would not
/// make a database of one commit faster, and where the disk is full reports another fault.)
constexpr int segment_flags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC;

void remove_quietly(const fs::path& path) {
  std::error_code goes_with_the_staging_folder;
  fs::remove_all(path, goes_with_the_staging_folder);
}

}  // namespace

class SegmentSink::SegmentLane final : public Lane {
 public:
  explicit SegmentLane(SegmentSink& sink) : sink_(sink) {}

  void begin_batch(std::uint64_t number) override {
    place_ = {0, number};
    segment_.emplace(sink_.segment_path(place_).string(), segment_flags);
  }

  void add(const IndexDocument& document) override { segment_->add_document(to_xapian(document)); }

  void end_batch() override {
    segment_->commit();
    segment_.reset();
    sink_.finish(place_);
  }

 private:
  SegmentSink& sink_;
  Place place_;
  std::optional<Xapian::WritableDatabase> segment_;
};

SegmentSink::SegmentSink(DatabaseFolder& folder, WordLists lists)
    : folder_(folder), lists_(std::move(lists)), area_(folder.staging() / "segments") {
  make_directories(area_);
}

SegmentSink::~SegmentSink() {
  remove_quietly(area_);
}

std::unique_ptr<Lane> SegmentSink::open_lane() {
  return std::make_unique<SegmentLane>(*this);
}

std::uint64_t SegmentSink::Place::first_batch() const noexcept {
  std::uint64_t first = number;
  for (unsigned i = 0; i < level; ++i) first *= fan_in;
  return first;
}

fs::path SegmentSink::segment_path(const Place& place) const {
  return area_ / fmt::format("{}-{}", place.level, place.number);
}

void SegmentSink::finish(Place place) {
  for (auto group = complete_group(place); !group.empty(); group = complete_group(place)) {
    place = {place.level + 1, place.number / fan_in};
    std::vector<fs::path> sources;
    for (const Place& part : group) sources.push_back(segment_path(part));
    merge(sources, segment_path(place));
  }
}

std::vector<SegmentSink::Place> SegmentSink::complete_group(const Place& place) {
  const std::lock_guard lock(mutex_);
  finished_.emplace(place.first_batch(), place);
  const Place group{place.level + 1, place.number / fan_in};
  const Place next{place.level + 1, group.number + 1};
  const auto begin = finished_.lower_bound(group.first_batch());
  const auto end = finished_.lower_bound(next.first_batch());
  std::vector<Place> parts;
  for (auto at = begin; at != end && at->second.level == place.level; ++at) {
    parts.push_back(at->second);
  }
  if (parts.size() < fan_in) return {};
  finished_.erase(begin, end);
  return parts;
}

void SegmentSink::merge(const std::vector<fs::path>& sources, const fs::path& target) const {
  merge_databases(sources, target);
  for (const fs::path& source : sources) {
    if (source.parent_path() == area_) remove_quietly(source);
  }
}

std::vector<fs::path> SegmentSink::remaining_segments() {
  std::vector<fs::path> segments;
  for (const auto& [first_batch, place] : finished_) segments.push_back(segment_path(place));
  for (unsigned extra = 0; segments.size() > fan_in; ++extra) {
    const std::vector<fs::path> tail(segments.end() - fan_in, segments.end());
    segments.resize(segments.size() - fan_in);
    segments.push_back(area_ / fmt::format("tail-{}", extra));
    merge(tail, segments.back());
  }
  return segments;
}

fs::path SegmentSink::write_first_segment() const {
  fs::path path = area_ / "first";
  Xapian::WritableDatabase first(path.string(), segment_flags);
  write_metadata(first, lists_);
  first.commit();
  return path;
}

void SegmentSink::publish(const Completion& completion) {
  const fs::path merged = folder_.staging() / "merged";
  std::vector<fs::path> sources = remaining_segments();
  const auto existing = folder_.generation();
  sources.insert(sources.begin(), existing ? *existing : write_first_segment());
  merge(sources, merged);
  complete(merged, completion, existing);
  folder_.publish(merged);
}

}  // namespace kliping::indexer
