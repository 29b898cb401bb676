// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/code_point.hpp"

#include <algorithm>
#include <iterator>

#include "text/utf8.hpp"

namespace kliping::utf8 {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t Size>
bool within(const Range (&ranges)[Size], char32_t c) noexcept {
  const auto* const at = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                          [](char32_t v, const Range& r) { return v < r.first; });
  return at != std::begin(ranges) && c <= std::prev(at)->last;
}

constexpr Range spaces[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                            {0x1680, 0x1680}, {0x2000, 0x200B}, {0x2028, 0x2029}, {0x202F, 0x202F},
                            {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};

constexpr Range controls[] = {
    {0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};

/// The blocks of combining marks and joiners that news text meets.
constexpr Range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}};

/// Unicode's East Asian Width W and F, by block.
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2753, 0x2757},   {0x2795, 0x2797},   {0x2B50, 0x2B50},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F1E6, 0x1F1FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD}};

}  // namespace

bool is_space(char32_t c) noexcept {
  return c < 0x80 ? c == ' ' || (c >= 0x09 && c <= 0x0D) : within(spaces, c);
}

bool is_control(char32_t c) noexcept {
  return within(controls, c);
}

int columns(char32_t c) noexcept {
  if (c < 0x300) return 1;
  if (within(zero_width, c)) return 0;
  return within(wide, c) ? 2 : 1;
}

int columns(std::string_view text) noexcept {
  int sum = 0;
  for (std::size_t i = 0; i < text.size();) sum += columns(next(text, i));
  return sum;
}

}  // namespace kliping::utf8
