// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk_sink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "file_system.hpp"
#include "finished_database.hpp"
#include "kliping/error.hpp"
#include "kliping/glass/trust.hpp"
#include "xapian_document.hpp"

namespace kliping::indexer {

namespace fs = std::filesystem;

class BulkSink::BulkLane final : public Lane {
 public:
  explicit BulkLane(glass::Lane& lane) : lane_(lane) {}

  void begin_batch(std::uint64_t number) override { lane_.begin_batch(number); }

  void add(const IndexDocument& document) override {
    values_.clear();
    for (const auto& [slot, value] : document.values) {
      if (!value.empty()) values_.push_back({static_cast<std::uint32_t>(slot), value});
    }
    std::sort(values_.begin(), values_.end(),
              [](const glass::Value& a, const glass::Value& b) { return a.slot < b.slot; });
    lane_.add({document.data, document.terms, values_});
  }

  void end_batch() override { lane_.end_batch(); }

 private:
  glass::Lane& lane_;
  std::vector<glass::Value> values_;
};

namespace {

fs::path made(const fs::path& folder) {
  make_directories(folder);
  return folder;
}

}  // namespace

BulkSink::BulkSink(DatabaseFolder& folder, WordLists lists, std::size_t memory_bytes,
                   unsigned lanes, BuildObserver observer)
    : folder_(folder),
      lists_(std::move(lists)),
      built_(made(folder.staging() / "built")),
      lanes_(lanes),
      observer_(std::move(observer)),
      builder_({.folder = built_, .memory_bytes = memory_bytes, .lanes = lanes}) {}

BulkSink::~BulkSink() {
  std::error_code goes_with_the_staging_folder;
  fs::remove_all(built_, goes_with_the_staging_folder);
}

std::unique_ptr<Lane> BulkSink::open_lane() {
  return std::make_unique<BulkLane>(builder_.open_lane());
}

void BulkSink::publish(const Completion& completion) {
  const auto existing = folder_.generation();
  Completion rest = completion;
  std::map<std::string, std::string> metadata;
  if (!existing) {
    metadata = index_metadata(lists_);
    metadata.merge(rest.metadata);
  }
  const glass::BuildSummary summary = builder_.finish(metadata);
  if (observer_) observer_(built_);
  if (const auto doubt = glass::doubt_after(built_, summary.samples, lanes_)) {
    throw BuildInDoubt(message("{}: the new index failed its check, and the old one stays: {}",
                               folder_.path().string(), *doubt),
                       message("--no-bulk builds it by Xapian's own writer"));
  }
  fs::path finished = built_;
  if (existing) {
    finished = folder_.staging() / "merged";
    merge_databases({*existing, built_}, finished);
  }
  complete(finished, rest, existing);
  folder_.publish(finished);
}

}  // namespace kliping::indexer
