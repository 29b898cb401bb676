// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "pack.hpp"

namespace kliping::glass {

/// An upper bound for the bytes of an encoded list of so many positions.
constexpr std::size_t max_position_list_bytes(std::size_t positions) noexcept {
  return max_varint_bytes + 4 * (positions + 1) + 1;
}

/// Writes a position list as the position table holds it, and returns its end; `positions` is not
/// empty, ascending, without repeats.
///
///     varint  last position
///     and where there are more than one, a stream of bits, low bit first, padded with zeros:
///     code    first position, of [0, last)
///     code    number of positions - 2, of [0, last - first)
///     the inner positions in interpolative code (Moffat and Stuiver, "Binary interpolative coding
///     for effective index compression", 2000): the middle one within the room its neighbours
///     leave, then the left half, then the right
///
/// The list of positions 0 and 1 takes no bits at all, and is read back as position 1 alone. The
/// same happens to that list when Xapian itself writes it.
char* put_position_list(char* out, std::span<const std::uint32_t> positions) noexcept;

}  // namespace kliping::glass
