// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Steps over UTF-8 that need not be valid.
namespace kliping::text {

/// What `next` yields for bytes that are no character.
inline constexpr char32_t not_a_character = 0xFFFFFFFF;

/// The character at `i`, which moves behind it; `not_a_character` for a broken sequence, of which
/// `i` passes the longest valid beginning, at least one byte.
inline char32_t next(std::string_view text, std::size_t& i) noexcept {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character;
  U8_NEXT(bytes, i, text.size(), character);
  return character < 0 ? not_a_character : static_cast<char32_t>(character);
}

inline bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// `character` is a Unicode scalar value.
inline void append(std::string& out, char32_t character) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, character);
  out.append(bytes, length);
}

/// The longest beginning of at most `max_bytes` that ends on a character boundary.
inline std::string_view cut(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && is_continuation(text[max_bytes])) --max_bytes;
  return text.substr(0, max_bytes);
}

}  // namespace kliping::text
