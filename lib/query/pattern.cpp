// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/pattern.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::is_digit;

using Kind = PatternShape::Kind;

constexpr std::size_t min_pattern_letters = 2;
constexpr std::size_t min_fuzzy_letters = 3;
/// `kata~` without a number allows one edit in words up to this length, two in longer ones.
constexpr std::size_t one_edit_letters = 5;

bool is_letter(char c) {
  return ascii::is_letter(c) || (c & 0x80) != 0;
}
/// What joins the parts of one run: `anak-anak`, `S.H.`, `dan/atau`.
bool is_joint(char c) {
  return c == '-' || c == '\'' || c == '.' || c == '/' || c == '&';
}
bool is_wild(char c) {
  return c == '*' || c == '?';
}

/// Characters, not bytes: continuation bytes of UTF-8 do not count.
std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return is_letter(c) && (c & 0xC0) != 0x80; }));
}

std::string_view without_end_marks(std::string_view text) {
  const auto last = text.find_last_not_of(".,;:!?");
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

PatternShape fuzzy_shape(std::string_view text) {
  const std::size_t sign = text.find('~');
  const std::string_view word = text.substr(0, sign);
  const std::string_view number = text.substr(sign + 1);
  if (word.empty() || !std::all_of(word.begin(), word.end(), is_letter) ||
      !std::all_of(number.begin(), number.end(), is_digit)) {
    return {};
  }
  const std::size_t letters = count_letters(word);
  if (letters < min_fuzzy_letters) return {Kind::too_short, word};
  PatternShape shape{Kind::fuzzy, word, letters <= one_edit_letters ? 1U : 2U};
  if (number.empty()) return shape;
  const auto [stop, fault] =
      std::from_chars(number.data(), number.data() + number.size(), shape.distance);
  const bool sensible =
      fault == std::errc{} && shape.distance >= 1 && shape.distance <= max_fuzzy_distance;
  return sensible ? shape : PatternShape{Kind::too_far, word};
}

/// Whether a question mark ends a sentence in here: then the next one begins with a capital.
bool asks_inside(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '?' && ascii::is_upper(text[i + 1])) return true;
  }
  return false;
}

}  // namespace

PatternShape shape_of(std::string_view text) {
  text = without_end_marks(text);
  if (text.find('~') != std::string_view::npos) return fuzzy_shape(text);
  const bool wild = std::any_of(text.begin(), text.end(), is_wild);
  const auto part_of_word = [](char c) { return is_letter(c) || is_digit(c) || is_wild(c); };
  const std::size_t letters = count_letters(text);
  if (!wild || letters == 0 || text.find("**") != std::string_view::npos) return {};
  if (!std::all_of(text.begin(), text.end(), part_of_word)) {
    const bool word = std::all_of(text.begin(), text.end(),
                                  [&](char c) { return part_of_word(c) || is_joint(c); });
    const bool ends_open = text.back() == '*' && is_letter(text[text.size() - 2]);
    return word && ends_open && is_letter(text.front()) ? PatternShape{Kind::compound, text}
                                                        : PatternShape{};
  }
  if (asks_inside(text)) return {};
  const bool star = text.find('*') != std::string_view::npos;
  if (letters < min_pattern_letters)
    return star ? PatternShape{Kind::too_short, text} : PatternShape{};
  const std::size_t first = std::min(text.find('*'), text.find('?'));
  if (first + 1 == text.size()) return {Kind::prefix, text.substr(0, first)};
  return {Kind::pattern, text};
}

bool matches_pattern(std::u32string_view pattern, std::u32string_view word) {
  std::size_t p = 0, w = 0;
  std::size_t star = std::u32string_view::npos;
  std::size_t star_word = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      star_word = w;
    } else if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == word[w])) {
      ++p;
      ++w;
    } else if (star != std::u32string_view::npos) {
      p = star + 1;
      w = ++star_word;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of(U'*', p) == std::u32string_view::npos;
}

bool within_distance(std::u32string_view a, std::u32string_view b, unsigned most) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return false;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()] <= most;
}

}  // namespace kliping
