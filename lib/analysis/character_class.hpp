// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace kliping {

/// What a character is to the tokenizer. Each class is a single bit, so that the classes that occur
/// in a word can be gathered in a ClassSet.
enum class CharacterClass : std::uint16_t {
  separator = 0,
  lower = 1,
  upper = 2,
  /// A letter without case: Arabic, Hangul, Devanagari.
  caseless = 4,
  digit = 8,
  /// A combining mark: belongs to the letter before it.
  mark = 16,
  /// Scripts written without spaces, Han, kana, Thai: every character is a word.
  ideograph = 32,
  apostrophe = 64,
  hyphen = 128,
  /// Soft hyphen, zero-width space: as if it were not there.
  invisible = 256,
  line_feed = 512,
};

/// A set of classes.
using ClassSet = std::uint16_t;

constexpr ClassSet operator|(CharacterClass a, CharacterClass b) {
  return static_cast<ClassSet>(static_cast<ClassSet>(a) | static_cast<ClassSet>(b));
}
constexpr ClassSet operator|(ClassSet a, CharacterClass b) {
  return static_cast<ClassSet>(a | static_cast<ClassSet>(b));
}
constexpr bool has(ClassSet set, CharacterClass c) {
  return (set & static_cast<ClassSet>(c)) != 0;
}

inline constexpr ClassSet letters =
    CharacterClass::lower | CharacterClass::upper | CharacterClass::caseless;
inline constexpr ClassSet letters_and_digits = letters | CharacterClass::digit;

/// The class of any character, by its Unicode properties.
CharacterClass classify(char32_t character) noexcept;

namespace detail {

/// What `classify` says of ASCII; a test holds them equal.
inline constexpr std::array<CharacterClass, 128> ascii_classes = [] {
  std::array<CharacterClass, 128> table{};
  for (int c = '0'; c <= '9'; ++c) table[c] = CharacterClass::digit;
  for (int c = 'a'; c <= 'z'; ++c) table[c] = CharacterClass::lower;
  for (int c = 'A'; c <= 'Z'; ++c) table[c] = CharacterClass::upper;
  table['\''] = table['`'] = CharacterClass::apostrophe;
  table['-'] = CharacterClass::hyphen;
  table['\n'] = CharacterClass::line_feed;
  return table;
}();

}  // namespace detail

/// The class of the character at `i`; moves `i` behind it. Broken UTF-8 is a separator.
inline CharacterClass next_class(std::string_view text, std::size_t& i) noexcept {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x80) {
    ++i;
    return detail::ascii_classes[byte];
  }
  const char32_t character = utf8::next(text, i);
  return character == utf8::not_a_character ? CharacterClass::separator : classify(character);
}

/// The class of the character at `i`; `separator` at the end.
inline CharacterClass class_at(std::string_view text, std::size_t i) noexcept {
  return i < text.size() ? next_class(text, i) : CharacterClass::separator;
}

}  // namespace kliping
