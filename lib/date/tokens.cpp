// SPDX-License-Identifier: GPL-3.0-or-later
#include "date/tokens.hpp"

#include "date/names.hpp"

namespace kliping::date {

namespace {

constexpr std::size_t longest_date_bytes = 256;
constexpr std::size_t most_digits = 9;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

Token number(std::string_view text, std::size_t begin) {
  Token token{.kind = Token::Kind::number, .begin = begin};
  std::size_t end = begin;
  for (; end < text.size() && is_digit(text[end]); ++end)
    if (end - begin < most_digits)
      token.value = token.value * 10 + static_cast<std::uint32_t>(text[end] - '0');
  token.size = end - begin;
  return token;
}

Token word(std::string_view text, std::size_t begin) {
  Token token{.kind = Token::Kind::word, .begin = begin};
  std::size_t end = begin;
  for (; end < text.size() && is_letter(text[end]); ++end) token.word.push_back(lower(text[end]));
  token.size = end - begin;
  token.month = month_named(token.word).value_or(0);
  return token;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  text = text.substr(0, longest_date_bytes);
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    // Bytes past ASCII are no-break spaces and dashes here, which part as blanks do.
    if (c <= ' ' || static_cast<unsigned char>(c) >= 0x80) {
      ++i;
      continue;
    }
    if (is_digit(c))
      tokens.push_back(number(text, i));
    else if (is_letter(c))
      tokens.push_back(word(text, i));
    else
      tokens.push_back({.kind = Token::Kind::mark, .begin = i, .size = 1, .mark = c});
    i = tokens.back().end();
  }
  return tokens;
}

}  // namespace kliping::date
