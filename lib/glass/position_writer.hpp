// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "list_key.hpp"
#include "pack.hpp"
#include "table_writer.hpp"

namespace kliping::glass {

/// Writes the position table:
///
///     term 00 sortable(docid) -> see put_position_list; no entry where there are none
class PositionWriter {
 public:
  PositionWriter(const std::filesystem::path& folder, std::uint32_t block_bytes)
      : table_(folder / "position.glass", block_bytes, WhenEmpty::omitted, Growth::everywhere) {}

  static bool wants(const ListHead& head) {
    return head.has_payloads && kind_of(head.key) == ListKind::postings;
  }

  void begin_list(const ListHead& head) {
    key_.assign(head.key);
    key_ += '\0';
    prefix_bytes_ = key_.size();
    key_.resize(prefix_bytes_ + max_sortable_bytes);
  }

  void entry(std::uint32_t docid, std::uint32_t, std::string_view position_list) {
    if (position_list.empty()) return;
    const char* const end = put_sortable(key_.data() + prefix_bytes_, docid);
    table_.add({key_.data(), end}, position_list);
    ++lists_;
  }

  void end_list() {}

  Root finish() { return table_.finish(); }

  /// Position lists written.
  std::uint64_t lists() const noexcept { return lists_; }

 private:
  TableWriter table_;
  /// Of the list's entries; each puts its document behind the prefix.
  std::string key_;
  std::size_t prefix_bytes_ = 0;
  std::uint64_t lists_ = 0;
};

}  // namespace kliping::glass
