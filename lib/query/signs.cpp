// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/signs.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping::signs {

namespace {

template <std::size_t Size>
std::string_view first_of(const std::array<std::string_view, Size>& signs, std::string_view text) {
  const auto* const found = std::find_if(
      signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
  return found == signs.end() ? std::string_view{} : *found;
}

}  // namespace

std::string_view opening_quote(std::string_view query, std::size_t at) {
  static constexpr std::array<std::string_view, 4> quotes{"\"", "“", "„", "«"};
  return first_of(quotes, query.substr(at));
}

std::string_view closing_quote(std::string_view query, std::size_t at) {
  static constexpr std::array<std::string_view, 4> quotes{"\"", "”", "“", "»"};
  return first_of(quotes, query.substr(at));
}

std::string_view near_sign(std::string_view text) {
  static constexpr std::array<std::string_view, 2> near_signs{"DEKAT/", "NEAR/"};
  return first_of(near_signs, text);
}

bool is_word_start(std::string_view query, std::size_t at) {
  const auto c = utf8::decode(query, at).value;
  if (c < 0x80) return ascii::is_letter_or_digit(static_cast<char>(c));
  return c >= 0xC0 && !utf8::is_space(c) && (c < 0x2000 || c > 0x206F) &&
         c != utf8::replacement_character;
}

bool begins_operand(std::string_view query, std::size_t at) {
  if (at >= query.size()) return false;
  if (query[at] == '(' || !opening_quote(query, at).empty()) return true;
  if (query[at] == '=') ++at;
  return at < query.size() && is_word_start(query, at);
}

bool begins_pattern(std::string_view query, std::size_t at) {
  return at + 1 < query.size() && (query[at] == '*' || query[at] == '?') &&
         is_word_start(query, at + 1);
}

std::string_view leading_letters(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), ascii::is_letter);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool begins_address(std::string_view text) {
  const std::size_t scheme = leading_letters(text).size();
  return scheme > 1 && text.substr(scheme).starts_with("://");
}

std::size_t percent_behind(std::string_view text, std::string_view query, std::size_t end) {
  constexpr std::string_view sign = " %";
  if (text.empty() || !ascii::is_digit(text.back()) || !query.substr(end).starts_with(sign))
    return 0;
  return is_word_start(query, end + sign.size()) ? 0 : sign.size();
}

bool is_half_smiley(std::string_view text) {
  static constexpr std::array<std::string_view, 4> eyes{":", ";", ":-", ";-"};
  return std::find(eyes.begin(), eyes.end(), text) != eyes.end();
}

}  // namespace kliping::signs
