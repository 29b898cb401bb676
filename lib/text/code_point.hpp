// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// Reading UTF-8 that may be damaged, one code point at a time.
namespace kliping::utf8 {

struct CodePoint {
  char32_t value;
  std::size_t bytes;
};

/// The code point at `at` (inside `text`); a stray byte is U+FFFD, one byte long.
CodePoint decode(std::string_view text, std::size_t at) noexcept;

/// White space of any script, no-break and zero-width kinds included.
bool is_space(char32_t c) noexcept;

/// What must never reach a terminal: C0, C1, and signs that turn the writing direction.
bool is_control(char32_t c) noexcept;

/// Columns on a terminal: 0 for combining marks, 2 for wide East Asian signs and emoji.
int columns(char32_t c) noexcept;
int columns(std::string_view text) noexcept;

/// Code points in `text`.
std::size_t length(std::string_view text) noexcept;

/// The first byte of the character that `at` is in.
std::size_t character_start(std::string_view text, std::size_t at) noexcept;

}  // namespace kliping::utf8
