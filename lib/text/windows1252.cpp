// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/windows1252.hpp"

#include <algorithm>
#include <iterator>

namespace kliping::text {

namespace {

constexpr char32_t none = 0xFFFD;

/// Bytes 0x80 to 0x9F, where Windows-1252 is not Latin-1.
constexpr char32_t upper_controls[32] = {
    0x20AC, none,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, none,   0x017D, none,   none,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, none,   0x017E, 0x0178};

}  // namespace

char32_t from_windows1252(unsigned char byte) noexcept {
  return byte < 0x80 || byte > 0x9F ? byte : upper_controls[byte - 0x80];
}

std::optional<unsigned char> to_windows1252(char32_t character) noexcept {
  if (character < 0x100) return static_cast<unsigned char>(character);
  const auto* const found =
      std::find(std::begin(upper_controls), std::end(upper_controls), character);
  if (found == std::end(upper_controls) || character == none) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - std::begin(upper_controls)));
}

}  // namespace kliping::text
