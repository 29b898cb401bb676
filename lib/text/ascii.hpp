// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Letters, digits and blanks of ASCII alone, for markup, names and other texts of programs. The
/// bytes of all other characters are none of these, and stay as they are.
namespace kliping::ascii {

constexpr bool is_lower(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

constexpr bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}

constexpr bool is_letter(char c) noexcept {
  return is_lower(c) || is_upper(c);
}

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

constexpr bool is_letter_or_digit(char c) noexcept {
  return is_letter(c) || is_digit(c);
}

constexpr char lower(char c) noexcept {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// Whether a text begins with `lower_case`, whatever its own case.
constexpr bool starts_with_folded(std::string_view text, std::string_view lower_case) noexcept {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

inline constexpr std::string_view blanks = " \t\n\r";

/// `text` without what it has of `outer` at either end.
constexpr std::string_view trimmed(std::string_view text,
                                   std::string_view outer = blanks) noexcept {
  const std::size_t begin = std::min(text.find_first_not_of(outer), text.size());
  return text.substr(begin, text.find_last_not_of(outer) + 1 - begin);
}

}  // namespace kliping::ascii
