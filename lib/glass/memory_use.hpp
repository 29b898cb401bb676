// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace kliping::glass {

/// More new keys than almost any document brings. Memory is counted once a document: a table that
/// may double before the next count is counted as doubling.
inline constexpr std::size_t soon_keys = 1024;

/// Memory that a vector with an element for each key takes. Shortly before it doubles: the memory
/// of the old array and of one twice as large, which exist at the same time while elements are
/// moved.
template <typename Element>
std::size_t bytes_with_growth(const std::vector<Element>& vector) noexcept {
  const bool grows_soon = vector.capacity() - vector.size() <= soon_keys;
  return vector.capacity() * sizeof(Element) * (grows_soon ? 3 : 1);
}

}  // namespace kliping::glass
