// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/token.hpp"

#include <algorithm>
#include <cstring>

namespace kliping {

void TokenList::clear() noexcept {
  tokens.clear();
  furniture.clear();
  block_ = 0;
  used_ = 0;
}

char* TokenList::room(std::size_t bytes) {
  while (block_ < blocks_.size() && used_ + bytes > blocks_[block_].size) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t size = std::max(block_bytes, bytes);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }
  return blocks_[block_].bytes.get() + used_;
}

std::string_view TokenList::keep(std::size_t bytes) noexcept {
  const std::string_view kept{blocks_[block_].bytes.get() + used_, bytes};
  used_ += bytes;
  return kept;
}

std::string_view TokenList::intern(std::string_view bytes) {
  char* const copy = room(bytes.size());
  if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
  return keep(bytes.size());
}

}  // namespace kliping
