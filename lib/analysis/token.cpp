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

std::string_view TokenList::intern(std::string_view bytes) {
  while (block_ < blocks_.size() && used_ + bytes.size() > blocks_[block_].size) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t size = std::max(block_bytes, bytes.size());
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }
  char* const copy = blocks_[block_].bytes.get() + used_;
  if (!bytes.empty()) std::memcpy(copy, bytes.data(), bytes.size());
  used_ += bytes.size();
  return {copy, bytes.size()};
}

}  // namespace kliping
