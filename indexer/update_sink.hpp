// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

#include "database_folder.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Adds and replaces documents in the published generation itself, for batches that are small
/// compared with it. One lane at a time. Commits now and then, to bound the memory that Xapian
/// takes; searches see each commit. What came after the last commit is dropped unless publish() is
/// called.
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

  /// Bytes of stored text between two commits; Xapian buffers some twenty times as many.
  static constexpr std::size_t commit_bytes = std::size_t{4} << 20;

  Xapian::WritableDatabase database_;
  std::size_t uncommitted_bytes_ = 0;
};

}  // namespace kliping::indexer
