// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

#include "database_folder.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Adds and replaces documents in the published generation itself, for batches that are small
/// beside it. One lane at a time. Commits whenever enough has come in to be felt in memory;
/// searches see each commit, and what came after the last one is dropped unless published.
class UpdateSink final : public Sink {
 public:
  /// `folder` has a generation.
  explicit UpdateSink(DatabaseFolder& folder);
  ~UpdateSink() override;

  std::unique_ptr<Lane> open_lane() override;
  void publish(const Completion& completion) override;

 private:
  class UpdateLane;

  void add(const IndexDocument& document);
  void commit_when_large();

  /// Of stored text; what Xapian buffers for it is some twenty times that.
  static constexpr std::size_t commit_bytes = std::size_t{4} << 20;

  Xapian::WritableDatabase database_;
  std::size_t uncommitted_bytes_ = 0;
};

}  // namespace kliping::indexer
