// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/old_spelling.hpp"

#include <algorithm>
#include <iterator>

namespace kliping {

namespace {

struct Respelling {
  std::string_view old;
  std::string_view modern;
  OldLetters evidence;
};

/// Tried in this order at each place, so pairs of letters with a j come before the j alone. What a
/// j alone shows depends on the letter before it: see old_letters().
constexpr Respelling respellings[] = {
    {"oe", "u", OldLetters::unmistakable}, {"tj", "c", OldLetters::unmistakable},
    {"dj", "j", OldLetters::unmistakable}, {"sj", "sy", OldLetters::unmistakable},
    {"nj", "ny", OldLetters::possible},    {"ch", "kh", OldLetters::possible},
    {"j", "y", OldLetters::none},
};

const Respelling* respelling_at(std::string_view rest) noexcept {
  const auto* const found =
      std::find_if(std::begin(respellings), std::end(respellings),
                   [&](const Respelling& row) { return rest.starts_with(row.old); });
  return found == std::end(respellings) ? nullptr : found;
}

bool is_consonant(char c) noexcept {
  return std::string_view{"bcdfghklmnpqrstvwxyz"}.find(c) != std::string_view::npos;
}

/// Whether a row may end with this letter; most letters are dealt with by this one test.
bool may_end_row(char c) noexcept {
  return c == 'j' || c == 'e' || c == 'h';
}

}  // namespace

OldLetters old_letters(std::string_view word) noexcept {
  OldLetters all = OldLetters::none;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (!may_end_row(word[i])) continue;
    const Respelling* const row = respelling_at(word.substr(i - 1));
    if (row != nullptr) all = std::max(all, row->evidence);
    if (row == nullptr && word[i] == 'j' && is_consonant(word[i - 1])) {
      return OldLetters::unmistakable;
    }
  }
  return all;
}

std::string_view modern_spelling(std::string_view word, char* out) noexcept {
  char* end = out;
  for (std::size_t i = 0; i < word.size();) {
    if (const Respelling* const row = respelling_at(word.substr(i))) {
      end = std::copy(row->modern.begin(), row->modern.end(), end);
      i += row->old.size();
    } else {
      *end++ = word[i++];
    }
  }
  return {out, static_cast<std::size_t>(end - out)};
}

}  // namespace kliping
