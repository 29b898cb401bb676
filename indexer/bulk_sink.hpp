// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "database_folder.hpp"
#include "kliping/analysis/user_words.hpp"
#include "kliping/error.hpp"
#include "kliping/glass/builder.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// What was built failed its check: nothing was published, and the old index stays.
class BuildInDoubt final : public Error {
 public:
  using Error::Error;
};

/// Called with the folder of what was built before it is checked, so that tests can damage it.
using BuildObserver = std::function<void(const std::filesystem::path&)>;

/// Writes the files of a Xapian database directly (kliping/glass/builder.hpp), in the staging
/// folder, checks them, and publishes them, joined with the existing index where there is one. To
/// be used only after glass::doubt_before() found no reason against it.
class BulkSink final : public Sink {
 public:
  /// `lists` are stored in a new index; `memory_bytes` is the budget for buffers; open_lane() will
  /// be called `lanes` times.
  BulkSink(DatabaseFolder& folder, WordLists lists, std::size_t memory_bytes, unsigned lanes,
           BuildObserver observer);
  ~BulkSink() override;

  std::unique_ptr<Lane> open_lane() override;
  /// Throws BuildInDoubt when what was built fails its check.
  void publish(const Completion& completion) override;

 private:
  class BulkLane;

  DatabaseFolder& folder_;
  WordLists lists_;
  std::filesystem::path built_;
  unsigned lanes_;
  BuildObserver observer_;
  glass::Builder builder_;
};

}  // namespace kliping::indexer
