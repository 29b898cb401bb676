// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/word_memory.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace kliping {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 12;
/// What a few tens of megabytes of news hold: the words that come again are among them.
constexpr std::size_t many_words = std::size_t{1} << 17;

std::uint64_t hash_of(std::string_view bytes) noexcept {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace

WordMemory::WordMemory() : surfaces_(first_slots), slots_(first_slots) {}

/// Where the surface stands, or the free place where it belongs.
std::size_t WordMemory::place_of(std::string_view surface) const noexcept {
  const std::size_t mask = surfaces_.size() - 1;
  std::size_t at = hash_of(surface) & mask;
  const auto taken_by_another = [&](const Surface& there) {
    return there.size != 0 && std::string_view{there.bytes.data(), there.size} != surface;
  };
  while (taken_by_another(surfaces_[at])) at = (at + 1) & mask;
  return at;
}

const WordMemory::Known* WordMemory::find(std::string_view surface) const noexcept {
  const Surface& there = surfaces_[place_of(surface)];
  return there.size == 0 ? nullptr : &there.known;
}

void WordMemory::remember(std::string_view surface, Known known) {
  if (surface.empty() || surface.size() > max_surface_bytes) return;
  if (2 * (surface_count_ + 1) > surfaces_.size()) grow_surfaces();
  Surface& there = surfaces_[place_of(surface)];
  if (there.size == 0) ++surface_count_;
  std::ranges::copy(surface, there.bytes.begin());
  there.size = static_cast<std::uint8_t>(surface.size());
  there.known = known;
}

void WordMemory::grow_surfaces() {
  std::vector<Surface> old(2 * surfaces_.size());
  std::swap(old, surfaces_);
  for (const Surface& surface : old) {
    if (surface.size != 0) surfaces_[place_of({surface.bytes.data(), surface.size})] = surface;
  }
}

std::uint32_t WordMemory::number_of(std::string_view word) {
  const auto hash = static_cast<std::uint32_t>(hash_of(word));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Word& slot = slots_[at];
    if (slot.number == none) {
      slot = {hash, size()};
      words_.push_back(keep(word));
      if (2 * words_.size() > slots_.size()) grow_words();
      return size() - 1;
    }
    if (slot.hash == hash && words_[slot.number] == word) return slot.number;
  }
}

void WordMemory::grow_words() {
  std::vector<Word> larger(2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Word& slot : slots_) {
    if (slot.number == none) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != none) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::string_view WordMemory::keep(std::string_view word) {
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

bool WordMemory::trim() {
  if (std::max(words_.size(), surface_count_) < many_words) return false;
  *this = WordMemory();
  return true;
}

}  // namespace kliping
