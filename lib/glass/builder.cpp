// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/glass/builder.hpp"

#include <algorithm>
#include <functional>
#include <mutex>

#include "lane.hpp"
#include "merge.hpp"
#include "parallel.hpp"
#include "position_writer.hpp"
#include "version_file.hpp"

namespace kliping::glass {

class Builder::Impl {
 public:
  explicit Impl(const BuildSettings& settings)
      : settings_(settings), tables_(settings.folder, settings.block_bytes, settings.first_docid) {}

  Lane& open_lane() {
    const std::lock_guard lock(mutex_);
    const auto number = static_cast<unsigned>(lanes_.size());
    auto impl = std::make_unique<Lane::Impl>(settings_, tables_, number);
    lanes_.emplace_back(new Lane(std::move(impl)));
    return *lanes_.back();
  }

  BuildSummary finish(const Metadata& metadata);

 private:
  void finish_lanes();
  VersionRecord write_tables(const Metadata& metadata, const std::vector<WrittenRun>& runs);
  std::vector<RunReader> readers(const std::vector<WrittenRun>& runs) const;
  void check_counts(const PostlistWriter& postlist, const PositionWriter& position) const;
  DatabaseStatistics statistics() const;

  const BuildSettings settings_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  DocumentTables tables_;
  /// Of all lanes.
  LaneCounts counts_;
  SlotStatistics slots_;
};

BuildSummary Builder::Impl::finish(const Metadata& metadata) {
  finish_lanes();
  BuildSummary summary;
  std::vector<WrittenRun> runs;
  for (const auto& lane : lanes_) {
    const Lane::Impl& impl = *lane->impl_;
    impl.collect(runs, summary.samples);
    counts_.add(impl.counts());
    for (const auto& [slot, statistics] : impl.slots()) slots_[slot].add(statistics);
  }
  write_version_file(settings_.folder, write_tables(metadata, runs));
  summary.documents = statistics().documents;
  summary.postings = counts_.postings;
  summary.position_lists = counts_.position_lists;
  summary.total_length = counts_.total_length;
  return summary;
}

void Builder::Impl::finish_lanes() {
  std::vector<std::function<void()>> tasks;
  for (const auto& lane : lanes_) tasks.emplace_back([&lane] { lane->impl_->finish(); });
  run_parallel(tasks, settings_.lanes);
}

VersionRecord Builder::Impl::write_tables(const Metadata& metadata,
                                          const std::vector<WrittenRun>& runs) {
  VersionRecord record;
  PostlistWriter postlist(settings_.folder, settings_.block_bytes, metadata, slots_);
  PositionWriter position(settings_.folder, settings_.block_bytes);
  run_parallel({[&] {
                  std::vector<RunReader> lists = readers(runs);
                  merge_runs(lists, position);
                  record.position = position.finish();
                },
                [&] {
                  std::vector<RunReader> lists = readers(runs);
                  merge_runs(lists, postlist);
                  record.postlist = postlist.finish();
                  const auto [termlist, docdata] = tables_.finish();
                  record.termlist = termlist;
                  record.docdata = docdata;
                }},
               settings_.lanes);
  check_counts(postlist, position);
  record.block_bytes = settings_.block_bytes;
  record.uuid = new_uuid();
  record.statistics = statistics();
  return record;
}

std::vector<RunReader> Builder::Impl::readers(const std::vector<WrittenRun>& runs) const {
  // Two tables are written at once, each with a buffer for every run; together they may take half
  // of the budget.
  constexpr std::size_t smallest = std::size_t{1} << 14;
  constexpr std::size_t largest = std::size_t{1} << 20;
  const std::size_t shares = 4 * std::max<std::size_t>(runs.size(), 1);
  const std::size_t buffer_bytes = std::clamp(settings_.memory_bytes / shares, smallest, largest);
  std::vector<RunReader> readers;
  readers.reserve(runs.size());
  for (const WrittenRun& run : runs) readers.emplace_back(run, buffer_bytes);
  return readers;
}

void Builder::Impl::check_counts(const PostlistWriter& postlist,
                                 const PositionWriter& position) const {
  if (postlist.postings() != counts_.postings || postlist.total_wdf() != counts_.total_length ||
      position.lists() != counts_.position_lists) {
    throw BuildError("postings got lost or were written twice");
  }
}

DatabaseStatistics Builder::Impl::statistics() const {
  const auto& docids = tables_.first_docids();
  const std::uint32_t documents = docids.back() - docids.front();
  return {.documents = documents,
          .last_docid = documents == 0 ? 0 : docids.back() - 1,
          .min_length = counts_.min_length,
          .max_length = counts_.max_length,
          .max_wdf = counts_.max_wdf,
          .total_length = counts_.total_length};
}

Builder::Builder(const BuildSettings& settings) : impl_(std::make_unique<Impl>(settings)) {}
Builder::~Builder() = default;

Lane& Builder::open_lane() {
  return impl_->open_lane();
}

BuildSummary Builder::finish(const std::map<std::string, std::string>& metadata) {
  return impl_->finish(metadata);
}

}  // namespace kliping::glass
