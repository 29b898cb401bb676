// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/utf8.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Steps over UTF-8 that need not be valid. Of a broken sequence the longest valid beginning counts
/// as one character, at least one byte: so the Unicode Standard advises, and so browsers do it.
namespace kliping::utf8 {

/// What `next` yields for a broken sequence.
inline constexpr char32_t not_a_character = 0xFFFFFFFF;
/// What is shown in its place.
inline constexpr char32_t replacement_character = 0xFFFD;

/// The character at `i`, which moves behind it; `not_a_character` for a broken sequence.
inline char32_t next(std::string_view text, std::size_t& i) noexcept {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character;
  U8_NEXT(bytes, i, text.size(), character);
  return character < 0 ? not_a_character : static_cast<char32_t>(character);
}

struct CodePoint {
  char32_t value;
  std::size_t bytes;
};

/// The character at `at`, which is inside `text`; `replacement_character` for a broken sequence.
inline CodePoint decode(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  const char32_t character = next(text, end);
  return {character == not_a_character ? replacement_character : character, end - at};
}

/// Characters in `text`.
inline std::size_t length(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) next(text, i);
  return count;
}

inline bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The first byte of the character that the byte `at` belongs to; the end of the text for a place
/// behind it.
inline std::size_t character_start(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return text.size();
  while (at > 0 && is_continuation(text[at])) --at;
  return at;
}

/// The longest beginning of at most `max_bytes` that ends on a character boundary.
inline std::string_view cut(std::string_view text, std::size_t max_bytes) noexcept {
  return text.substr(0, character_start(text, max_bytes));
}

/// `character` is a Unicode scalar value.
inline void append(std::string& out, char32_t character) {
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, character);
  out.append(bytes, length);
}

}  // namespace kliping::utf8
