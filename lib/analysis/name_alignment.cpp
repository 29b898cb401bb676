// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/name_alignment.hpp"

#include <algorithm>
#include <cstdint>

namespace kliping {

namespace {

constexpr std::string_view passed_over[] = {
    "a",  "and", "antar", "atas", "bagi", "dalam", "dan",   "de",  "dari", "dengan", "di",  "for",
    "in", "ke",  "la",    "of",   "on",   "pada",  "serta", "the", "to",   "untuk",  "yang"};

/// A set of numbers: bit n says that the first n letters of the short form can be made of the words
/// so far.
using Reached = std::uint32_t;

constexpr Reached after(std::size_t letters) {
  return Reached{1} << letters;
}

/// How many letters `rest` and `word` begin with alike.
std::size_t common_beginning(std::string_view rest, std::string_view word) {
  const auto end = std::min(rest.size(), word.size());
  std::size_t n = 0;
  while (n < end && rest[n] == word[n]) ++n;
  return n;
}

/// How many letters of `rest` a word can give as syllables: its beginning, its beginning and one
/// more stretch of it, or one stretch of its inside. A bit for each possible number.
Reached by_syllables(std::string_view rest, std::string_view word) {
  constexpr std::size_t least = 2;
  Reached taken = 0;
  const std::size_t beginning = common_beginning(rest, word);
  for (std::size_t n = least; n <= beginning; ++n) taken |= after(n);
  for (std::size_t at = 1; at < word.size(); ++at) {
    for (std::size_t first = 0; first <= std::min(beginning, at - 1); ++first) {
      const std::size_t more = common_beginning(rest.substr(first), word.substr(at));
      for (std::size_t n = 1; n <= more; ++n) {
        if (first + n >= least) taken |= after(first + n);
      }
    }
  }
  return taken;
}

Reached letters_of(std::string_view rest, std::string_view word, NameShape shape) {
  const std::size_t beginning = common_beginning(rest, word);
  switch (shape) {
    case NameShape::initials:
      return beginning > 0 ? after(1) : 0;
    case NameShape::beginnings:
      return beginning > 0 ? after(beginning + 1) - after(1) : 0;
    case NameShape::syllables:
      return by_syllables(rest, word);
  }
  return 0;
}

}  // namespace

bool is_passed_over(std::string_view word) noexcept {
  return std::ranges::find(passed_over, word) != std::end(passed_over);
}

bool agrees(std::string_view short_form, std::span<const std::string_view> words, NameShape shape) {
  if (short_form.size() > max_short_bytes) return false;
  Reached reached = after(0);
  for (const std::string_view word : words) {
    Reached next = is_passed_over(word) ? reached : 0;
    for (std::size_t n = 0; n < short_form.size(); ++n) {
      if ((reached & after(n)) != 0) next |= letters_of(short_form.substr(n), word, shape) << n;
    }
    reached = next;
    if (reached == 0) return false;
  }
  return (reached & after(short_form.size())) != 0;
}

std::string spelled_out(std::string_view short_form) {
  std::string letters;
  for (const char c : short_form) {
    const bool figure = c >= '2' && c <= '5';
    if (figure && !letters.empty()) {
      letters.append(static_cast<std::size_t>(c - '1'), letters.back());
    } else {
      letters += c;
    }
  }
  return letters;
}

}  // namespace kliping
