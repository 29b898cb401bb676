// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace kliping {

/// The bytes at `from`, as many as a `Number` has, as a number: the first one lowest.
template <typename Number>
std::uint64_t load(const char* from) noexcept {
  std::uint64_t number = 0;
  if constexpr (std::endian::native == std::endian::little) {
    Number narrow;
    std::memcpy(&narrow, from, sizeof(narrow));
    number = narrow;
  } else {
    for (std::size_t i = sizeof(Number); i-- > 0;) {
      number = number << 8 | static_cast<unsigned char>(from[i]);
    }
  }
  return number;
}

}  // namespace kliping
