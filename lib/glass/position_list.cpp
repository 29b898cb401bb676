// SPDX-License-Identifier: GPL-3.0-or-later
#include "position_list.hpp"

#include <bit>

namespace kliping::glass {

namespace {

class BitWriter {
 public:
  explicit BitWriter(char* out) : out_(out) {}

  /// `value` is below `range`. Truncated binary code that gives the shorter form to the values in
  /// the middle of the range, where interpolative coding finds most of them. A range of one needs
  /// no bits.
  void code(std::uint64_t value, std::uint64_t range) {
    if (range <= 1) return;
    const auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - range;
    const std::uint64_t middle = (range - spare) / 2;
    if (value < middle) {
      put(value, bits);
    } else if (value < middle + spare) {
      put(value, bits - 1);
    } else {
      put((value - middle - spare) | std::uint64_t{1} << (bits - 1), bits);
    }
  }

  /// The positions strictly between indexes `low` and `high`, which are known already.
  void interpolate(std::span<const std::uint32_t> positions, std::size_t low, std::size_t high) {
    if (low + 1 >= high) return;
    const std::size_t middle = low + (high - low) / 2;
    const std::uint64_t lowest = positions[low] + (middle - low);
    const std::uint64_t room = positions[high] - positions[low] - (high - low) + 1;
    code(positions[middle] - lowest, room);
    interpolate(positions, low, middle);
    interpolate(positions, middle, high);
  }

  char* finish() {
    if (held_ > 0) *out_++ = static_cast<char>(bits_);
    return out_;
  }

 private:
  void put(std::uint64_t value, unsigned bits) {
    bits_ |= value << held_;
    for (held_ += bits; held_ >= 8; held_ -= 8) {
      *out_++ = static_cast<char>(bits_);
      bits_ >>= 8;
    }
  }

  char* out_;
  std::uint64_t bits_ = 0;
  unsigned held_ = 0;
};

}  // namespace

char* put_position_list(char* out, std::span<const std::uint32_t> positions) noexcept {
  const std::uint32_t last = positions.back();
  out = put_varint(out, last);
  if (positions.size() == 1) return out;
  BitWriter bits(out);
  const std::uint32_t first = positions.front();
  bits.code(first, last);
  bits.code(positions.size() - 2, last - first);
  bits.interpolate(positions, 0, positions.size() - 1);
  return bits.finish();
}

}  // namespace kliping::glass
