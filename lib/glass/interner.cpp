// SPDX-License-Identifier: GPL-3.0-or-later
#include "interner.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "memory_use.hpp"
#include "short_bytes.hpp"

namespace kliping::glass {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 14;

/// The first eight bytes as a number that orders as they do.
std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  }
  return head;
}

}  // namespace

Interner::Interner() : slots_(first_slots) {}

std::uint32_t Interner::hash_ahead(std::string_view key) const noexcept {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(key.data(), key.size()));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::uint32_t Interner::number_of(std::string_view key, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number == none) {
      std::copy_n(key.begin(), std::min(key.size(), Slot::head_bytes), slot.head);
      slot.key_bytes = static_cast<std::uint8_t>(key.size());
      slot.hash = hash;
      slot.number = size();
      keys_.push_back(keep(key));
      if (2 * keys_.size() > slots_.size()) grow();
      return size() - 1;
    }
    if (holds(slot, key, hash)) return slot.number;
  }
}

bool Interner::holds(const Slot& slot, std::string_view key, std::uint32_t hash) const noexcept {
  if (slot.hash != hash || slot.key_bytes != key.size()) return false;
  if (key.size() > Slot::head_bytes) return keys_[slot.number] == key;
  return same_bytes(slot.head, key.data(), key.size());
}

std::string_view Interner::keep(std::string_view key) {
  if (key.size() > left_in_block_) {
    left_in_block_ = std::max(block_bytes, key.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_in_block_));
  }
  // Blocks are filled from the end, so that one number says what is left.
  left_in_block_ -= key.size();
  char* const kept = blocks_.back().get() + left_in_block_;
  std::copy(key.begin(), key.end(), kept);
  return {kept, key.size()};
}

void Interner::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == none) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != none) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::vector<std::uint32_t> Interner::in_order() const {
  struct Item {
    std::uint64_t head;
    std::uint32_t number;
  };
  std::vector<Item> items;
  items.reserve(keys_.size());
  for (std::uint32_t i = 0; i < size(); ++i) items.push_back({head_of(keys_[i]), i});
  std::sort(items.begin(), items.end(), [this](const Item& a, const Item& b) {
    return a.head != b.head ? a.head < b.head : keys_[a.number] < keys_[b.number];
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(items.size());
  for (const Item& item : items) numbers.push_back(item.number);
  return numbers;
}

std::size_t Interner::bytes() const noexcept {
  const bool grows_soon = 2 * (keys_.size() + soon_keys) > slots_.size();
  return slots_.size() * sizeof(Slot) * (grows_soon ? 3 : 1) + bytes_with_growth(keys_) +
         blocks_.size() * block_bytes;
}

}  // namespace kliping::glass
