// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/word_memory.hpp"

#include <algorithm>
#include <utility>

#include "load.hpp"

namespace kliping {

namespace {

constexpr std::size_t first_slots = std::size_t{1} << 12;
/// From this many words on, trim() forgets all of them. A few tens of megabytes of news have as
/// many, and words that are frequent are soon met again.
constexpr std::size_t many_words = std::size_t{1} << 17;

}  // namespace

WordMemory::WordMemory() : surfaces_(first_slots) {}

/// Reads 24 bytes where the text has them, and cuts to the surface afterwards: no branch depends on
/// its length.
WordMemory::Key WordMemory::key_at(std::string_view text, std::size_t size) noexcept {
  constexpr std::size_t key_bytes = 24;
  if (text.size() < key_bytes) return key_of(text.substr(0, size));
  const auto part = [&](std::size_t from) {
    const std::size_t wanted = std::clamp(size, from, from + 8) - from;
    const std::uint64_t all = load<std::uint64_t>(text.data() + from);
    return wanted == 8 ? all : all & ((std::uint64_t{1} << 8 * wanted) - 1);
  };
  return {part(0), part(8), part(16) | std::uint64_t{size} << 56};
}

/// Puts the key together in registers. Written to memory in small pieces, it would be slow to read
/// back in large ones (store forwarding fails).
WordMemory::Key WordMemory::key_of(std::string_view surface) noexcept {
  const char* const from = surface.data();
  const std::size_t size = surface.size();
  Key key{.last = std::uint64_t{size} << 56};
  if (size >= 8) key.first = load<std::uint64_t>(from);
  if (size > 16) {
    key.second = load<std::uint64_t>(from + 8);
    key.last |= load<std::uint64_t>(from + size - 8) >> 8 * (24 - size);
  } else if (size > 8) {
    key.second = load<std::uint64_t>(from + size - 8) >> 8 * (16 - size);
  } else if (size >= 4 && size < 8) {
    key.first = load<std::uint32_t>(from) | load<std::uint32_t>(from + size - 4) << 8 * (size - 4);
  } else if (size < 4) {
    for (std::size_t i = 0; i < size; ++i) key.first |= load<std::uint8_t>(from + i) << 8 * i;
  }
  return key;
}

std::size_t WordMemory::hash_of(const Key& key) noexcept {
  // Odd numbers without a pattern (of the golden ratio, and of XXH64's primes); the upper half of
  // a product hangs on all bits of its factors.
  std::uint64_t hash = key.first * 0x9E3779B97F4A7C15U ^ key.second * 0xC2B2AE3D27D4EB4FU ^
                       key.last * 0x165667B19E3779F9U;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15U;
  return hash >> 32;
}

std::size_t WordMemory::place_of(const Key& key, std::size_t hash) const noexcept {
  const std::size_t mask = surfaces_.size() - 1;
  std::size_t at = hash & mask;
  while (!surfaces_[at].key.is_empty() && surfaces_[at].key != key) at = (at + 1) & mask;
  return at;
}

WordMemory::Sought WordMemory::seek(std::string_view text, std::size_t size) const noexcept {
  Sought sought;
  sought.key_ = key_at(text, size);
  sought.hash_ = hash_of(sought.key_);
  __builtin_prefetch(&surfaces_[sought.hash_ & (surfaces_.size() - 1)]);
  return sought;
}

const WordMemory::Known* WordMemory::find(const Sought& sought) const noexcept {
  const Surface& there = surfaces_[place_of(sought.key_, sought.hash_)];
  return there.key.is_empty() ? nullptr : &there.known;
}

void WordMemory::remember(std::string_view surface, Known known) {
  if (surface.empty() || surface.size() > max_surface_bytes) return;
  if (2 * (surface_count_ + 1) > surfaces_.size()) grow_surfaces();
  const Key key = key_of(surface);
  Surface& there = surfaces_[place_of(key, hash_of(key))];
  if (there.key.is_empty()) ++surface_count_;
  there = {key, known};
}

void WordMemory::grow_surfaces() {
  std::vector<Surface> old(2 * surfaces_.size());
  std::swap(old, surfaces_);
  for (const Surface& surface : old) {
    if (!surface.key.is_empty()) surfaces_[place_of(surface.key, hash_of(surface.key))] = surface;
  }
}

bool WordMemory::trim() {
  if (std::max<std::size_t>(words_.size(), surface_count_) < many_words) return false;
  *this = WordMemory();
  return true;
}

}  // namespace kliping
