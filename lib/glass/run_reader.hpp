// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "list_key.hpp"
#include "spill_file.hpp"

namespace kliping::glass {

/// Where a run was written, and the document ids of its documents.
struct WrittenRun {
  const SpillFile* file;
  std::uint64_t begin;
  std::uint64_t end;
  /// By number of the document within the run; ascending.
  std::vector<std::uint32_t> docids;
};

/// Reads a run's lists one after the other, each entry by entry.
class RunReader {
 public:
  RunReader(const WrittenRun& run, std::size_t buffer_bytes);

  /// Goes to the next list, also from the middle of one; false at the end.
  bool next_list();
  /// Its key lives until the next list.
  const ListHead& head() const noexcept { return head_; }

  /// False at the end of the list.
  bool next_entry();
  std::uint32_t docid() const noexcept { return docid_; }
  std::uint32_t wdf() const noexcept { return wdf_; }
  /// Lives until the next entry.
  std::string_view payload() const noexcept { return payload_; }

 private:
  /// Bytes of the run that are left, in the buffer and in the file.
  std::uint64_t unread() const noexcept { return buffer_end_ - at_ + (end_ - offset_); }
  /// Makes sure that the buffer holds so many unread bytes, or all that are left of the run.
  void require_buffered(std::size_t bytes) {
    if (buffer_end_ - at_ < bytes) refill(bytes);
  }
  void refill(std::size_t bytes);
  void skip(std::uint64_t bytes);
  /// Inline for numbers of one byte, which most are.
  std::uint64_t varint() {
    if (at_ < buffer_end_ && static_cast<unsigned char>(buffer_[at_]) < 0x80) {
      return static_cast<unsigned char>(buffer_[at_++]);
    }
    return long_varint();
  }
  std::uint64_t long_varint();

  const WrittenRun& run_;
  std::uint64_t offset_;
  std::uint64_t end_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t buffer_end_ = 0;

  std::string key_;
  ListHead head_;
  std::uint64_t entries_left_ = 0;
  /// What unread() says at the end of the current list.
  std::uint64_t unread_after_list_ = 0;
  std::uint32_t document_ = 0;
  std::uint32_t docid_ = 0;
  std::uint32_t wdf_ = 0;
  std::string_view payload_;
};

}  // namespace kliping::glass
