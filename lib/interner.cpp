// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/interner.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace kliping {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 12;

}  // namespace

Interner::Interner() : slots_(first_slots) {}

std::uint32_t Interner::hash_ahead(std::string_view word) const noexcept {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::uint32_t Interner::number_of(std::string_view word, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number == none) {
      slot = {hash, size()};
      words_.push_back(keep(word));
      if (2 * words_.size() > slots_.size()) grow();
      return size() - 1;
    }
    if (slot.hash == hash && words_[slot.number] == word) return slot.number;
  }
}

std::string_view Interner::keep(std::string_view word) {
  if (word.empty()) return {};
  if (word.size() > left_in_block_) {
    left_in_block_ = std::max(block_bytes, word.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_in_block_));
  }
  // Blocks are filled from the end, so that one number says what is left.
  left_in_block_ -= word.size();
  char* const kept = blocks_.back().get() + left_in_block_;
  std::ranges::copy(word, kept);
  return {kept, word.size()};
}

void Interner::grow() {
  std::vector<Slot> larger(2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == none) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != none) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace kliping
