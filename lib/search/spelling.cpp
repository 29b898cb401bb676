// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling.hpp"

#include <algorithm>
#include <array>

namespace kliping {

namespace {

constexpr int letter = 10;
/// Frequent mistakes cost less than another letter.
constexpr int same_sound = 5;
constexpr int side_by_side = 7;
constexpr int swapped = 7;
constexpr int doubled = 4;
/// A letter left out that is hardly heard: an e (kementrian), an h.
constexpr int silent = 6;
/// A letter left out: the fault that typists make most (Pollock and Zamora 1984).
constexpr int left_out = 8;
/// Added for a mistake in the first letter, which is rare.
constexpr int first_letter = 5;
/// Longer words than this may have two mistakes.
constexpr std::size_t one_fault_bytes = 5;

/// Letters that are confused with one another by ear, or are those of foreign or old spellings.
constexpr std::array<std::string_view, 8> sounds{"iyj",  "uow", "ei", "fvp",
                                                 "kcqg", "szx", "dt", "bp"};

/// A letter that is heard as two are: `vaxin`, `telefon`, `sarat`.
struct Digraph {
  char heard;
  char first;
  char second;
};
constexpr std::array<Digraph, 3> digraphs{{{'x', 'k', 's'}, {'f', 'p', 'h'}, {'s', 's', 'y'}}};

constexpr std::array<std::string_view, 3> key_rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool sound_alike(char a, char b) {
  return std::any_of(sounds.begin(), sounds.end(), [&](std::string_view letters) {
    return letters.find(a) != std::string_view::npos && letters.find(b) != std::string_view::npos;
  });
}

bool are_neighbours(char a, char b) {
  for (std::size_t row = 0; row < key_rows.size(); ++row) {
    const std::size_t at = key_rows[row].find(a);
    if (at == std::string_view::npos) continue;
    for (std::size_t other = row > 0 ? row - 1 : 0; other < std::min(row + 2, key_rows.size());
         ++other) {
      const std::size_t there = key_rows[other].find(b);
      if (there != std::string_view::npos && there + 1 >= at && there <= at + 1) return true;
    }
  }
  return false;
}

int change(char a, char b) {
  if (a == b) return 0;
  if (sound_alike(a, b)) return same_sound;
  return are_neighbours(a, b) ? side_by_side : letter;
}

/// The cost of a letter that only one of the words has, behind `before`.
int gap(char c, char before) {
  if (c == before) return doubled;
  return c == 'e' || c == 'h' ? silent : letter;
}

bool is_heard_as(char heard, char first, char second) {
  return std::any_of(digraphs.begin(), digraphs.end(), [&](const Digraph& d) {
    return d.heard == heard && d.first == first && d.second == second;
  });
}

char at_or_none(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

}  // namespace

SpellingDistance::SpellingDistance(std::string_view typed)
    : typed_(typed), most_(typed.size() <= one_fault_bytes ? letter : 2 * letter), rows_(1) {
  Row& none = rows_.front();
  none.push_back(0);
  for (std::size_t i = 0; i < typed_.size(); ++i) {
    none.push_back(none.back() + gap(typed_[i], at_or_none(typed_, i - 1)) +
                   (i == 0 ? first_letter : 0));
  }
}

int SpellingDistance::operator()(std::string_view word) {
  const auto shared = static_cast<std::size_t>(
      std::mismatch(word.begin(), word.end(), word_.begin(), word_.end()).first - word.begin());
  if (dead_ > 0 && shared >= dead_) return most_ + 1;
  dead_ = 0;
  word_.assign(word);
  if (rows_.size() <= word.size()) rows_.resize(word.size() + 1);
  for (std::size_t depth = shared + 1; depth <= word.size(); ++depth) {
    fill(depth);
    const Row& row = rows_[depth];
    if (*std::min_element(row.begin(), row.end()) > most_) {
      dead_ = depth;
      return most_ + 1;
    }
  }
  return rows_[word.size()].back();
}

void SpellingDistance::fill(std::size_t depth) {
  Row& row = rows_[depth];
  row.resize(typed_.size() + 1);
  for (std::size_t column = 0; column <= typed_.size(); ++column) row[column] = step(depth, column);
}

/// The least cost of turning the first `depth` letters of the word into the first `column` typed
/// ones.
int SpellingDistance::step(std::size_t depth, std::size_t column) const {
  const char c = word_[depth - 1];
  const Row& above = rows_[depth - 1];
  const int early = depth == 1 && column <= 1 ? first_letter : 0;
  int least = above[column] + std::min(left_out, gap(c, at_or_none(word_, depth - 2))) + early;
  if (column == 0) return least;
  const char t = typed_[column - 1];
  least = std::min(least, rows_[depth][column - 1] + gap(t, at_or_none(typed_, column - 2)));
  least = std::min(least, above[column - 1] + change(t, c) + (t == c ? 0 : early));
  if (depth > 1 && column > 1 && c == typed_[column - 2] && t == word_[depth - 2] && c != t) {
    least = std::min(least, rows_[depth - 2][column - 2] + swapped);
  }
  if (depth > 1 && is_heard_as(t, word_[depth - 2], c))
    least = std::min(least, rows_[depth - 2][column - 1] + same_sound);
  if (column > 1 && is_heard_as(c, typed_[column - 2], t))
    least = std::min(least, above[column - 2] + same_sound);
  return least;
}

}  // namespace kliping
