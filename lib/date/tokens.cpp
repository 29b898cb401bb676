// SPDX-License-Identifier: GPL-3.0-or-later
#include "date/tokens.hpp"

#include "date/names.hpp"
#include "text/ascii.hpp"

namespace kliping::date {

namespace {

using ascii::is_digit;
using ascii::is_letter;
using ascii::lower;

constexpr std::size_t longest_date_bytes = 256;
constexpr std::size_t most_digits = 9;

/// Hyphens and dashes as U+2010 to U+2015 have them: editors turn `25-04-2019` into these.
std::size_t dash_bytes(std::string_view text) {
  const bool is_dash =
      text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95';
  return is_dash ? 3 : 0;
}

/// `2024年2月12日`: the characters behind year and month part figures, that behind the day ends
/// them.
bool is_part_of_date(std::string_view text) {
  return text.starts_with("年") || text.starts_with("月");
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

/// A crawl's stamp, `20190425101200`, is a day's figures and a time's.
void push_number(std::vector<Token>& tokens, std::string_view text, std::size_t begin) {
  constexpr std::size_t stamp_digits = 14;
  constexpr std::size_t day_digits = 8;
  const Token whole = number(text, begin);
  const bool is_stamp = whole.size == stamp_digits;
  tokens.push_back(is_stamp ? number(text.substr(0, begin + day_digits), begin) : whole);
  if (is_stamp) tokens.push_back(number(text, begin + day_digits));
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
    if (const std::size_t size = dash_bytes(text.substr(i)); size > 0) {
      tokens.push_back({.kind = Token::Kind::mark, .begin = i, .size = size, .mark = '-'});
      i += size;
      continue;
    }
    if (is_part_of_date(text.substr(i))) {
      constexpr std::size_t bytes = 3;
      tokens.push_back({.kind = Token::Kind::mark, .begin = i, .size = bytes, .mark = '/'});
      i += bytes;
      continue;
    }
    // Other bytes past ASCII are no-break spaces here, which part as blanks do.
    if (c <= ' ' || static_cast<unsigned char>(c) >= 0x80) {
      ++i;
      continue;
    }
    if (is_digit(c))
      push_number(tokens, text, i);
    else if (is_letter(c))
      tokens.push_back(word(text, i));
    else
      tokens.push_back({.kind = Token::Kind::mark, .begin = i, .size = 1, .mark = c});
    i = tokens.back().end();
  }
  return tokens;
}

}  // namespace kliping::date
