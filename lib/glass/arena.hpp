// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping::glass {

/// An arena for byte strings: they stay where they are until clear() drops them all at once. Its
/// memory is used again.
class Arena {
 public:
  /// Room to write so many bytes to; keep_until() says how far they went.
  char* room(std::size_t bytes) {
    while (at_ < blocks_.size() && blocks_[at_].size - used_ < bytes) {
      ++at_;
      used_ = 0;
    }
    if (at_ == blocks_.size()) add_block(bytes);
    return blocks_[at_].bytes.get() + used_;
  }

  /// What was written to the room asked for last.
  std::string_view keep_until(const char* end) noexcept {
    const char* const kept = blocks_[at_].bytes.get() + used_;
    used_ += static_cast<std::size_t>(end - kept);
    return {kept, end};
  }

  std::string_view keep(std::string_view bytes) {
    char* const room_for_it = room(bytes.size());
    return keep_until(std::copy(bytes.begin(), bytes.end(), room_for_it));
  }

  void clear() noexcept { at_ = used_ = 0; }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  void add_block(std::size_t least) {
    const std::size_t size = std::max(std::size_t{1} << 16, least);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }

  std::vector<Block> blocks_;
  /// The block in use, and bytes used of it.
  std::size_t at_ = 0;
  std::size_t used_ = 0;
};

}  // namespace kliping::glass
