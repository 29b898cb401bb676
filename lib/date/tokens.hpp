// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kliping::date {

/// A piece of a date's text: digits, letters in lower case, or one other ASCII character. Blanks
/// part tokens and are none.
struct Token {
  enum class Kind : std::uint8_t { number, word, mark };

  Kind kind = Kind::mark;
  /// Of a number; its digits, at most nine, are counted in `size`.
  std::uint32_t value = 0;
  /// Where it stands, and its bytes.
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string word{};
  char mark = 0;
  /// Of a word: 1 to 12 if it names a month, else 0.
  unsigned month = 0;

  bool is_number(std::size_t fewest_digits, std::size_t most_digits) const {
    return kind == Kind::number && size >= fewest_digits && size <= most_digits;
  }
  bool is_mark(std::string_view any_of) const {
    return kind == Kind::mark && any_of.find(mark) != std::string_view::npos;
  }
  std::size_t end() const { return begin + size; }
};

/// The tokens of a text's first 256 bytes: no date is longer.
std::vector<Token> tokens_of(std::string_view text);

}  // namespace kliping::date
