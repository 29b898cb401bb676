// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "batch.hpp"
#include "work_queue.hpp"

namespace kliping::indexer {

/// Cuts the stream of records into batches.
class Batcher {
 public:
  /// Some two hundred articles. SegmentSink writes each batch as a segment of its own: segments
  /// half as large are written a little faster, but give more and shorter runs of postings, and so
  /// a larger index.
  static constexpr std::size_t batch_bytes = std::size_t{512} << 10;

  explicit Batcher(WorkQueue<RawBatch>& queue) : queue_(queue) {}

  /// False when the queue was abandoned: reading on is of no use.
  bool add(std::variant<Record, Diagnostic>&& item) {
    since_record_ = 0;
    batch_.bytes += bytes_of(item);
    batch_.items.push_back(std::move(item));
    return batch_.bytes < batch_bytes || flush();
  }

  /// To be called with the number of bytes as input is read. A record that is larger than all that
  /// may be under way is only read to its end once nothing else is under way.
  void took_in(std::size_t bytes) {
    since_record_ += bytes;
    if (since_record_ > queue_.max_weight()) queue_.wait_until_idle();
  }

  bool flush() {
    if (batch_.items.empty()) return true;
    const std::uint64_t next = batch_.number + 1;
    const std::size_t bytes = batch_.bytes;
    const bool taken = queue_.push(std::exchange(batch_, {}), bytes);
    batch_.number = next;
    return taken;
  }

 private:
  static std::size_t bytes_of(const std::variant<Record, Diagnostic>& item) {
    const auto* const record = std::get_if<Record>(&item);
    if (record == nullptr) return sizeof(item);
    std::size_t bytes = sizeof(item) + record->bytes.size();
    for (const std::string& field : record->fields) bytes += field.size();
    return bytes;
  }

  WorkQueue<RawBatch>& queue_;
  RawBatch batch_;
  /// Bytes of input read since the last record was complete.
  std::size_t since_record_ = 0;
};

}  // namespace kliping::indexer
