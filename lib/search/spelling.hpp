// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kliping {

/// The distance of words from one that was typed, in tenths of a letter (Damerau 1964, with
/// weights): letters of similar sound (`y` for `i`) or of neighbouring keys, and letters left out,
/// doubled or swapped, count less than any other change. Words are given in the order of their
/// bytes, so that the work for the beginning that one shares with the last is not done again.
class SpellingDistance {
 public:
  explicit SpellingDistance(std::string_view typed);

  /// The distance of `word`. Beyond `most()` it is only known to be greater.
  int operator()(std::string_view word);

  /// If the beginning of the last word is too far away already, so that all words with this
  /// beginning are: the bytes of that beginning. Otherwise 0.
  std::size_t dead_bytes() const { return dead_; }

  int most() const { return most_; }

 private:
  using Row = std::vector<int>;

  void fill(std::size_t depth);
  int step(std::size_t depth, std::size_t column) const;

  std::string typed_;
  int most_;
  std::string word_;
  /// The rows of the distance matrix: one for the empty word, then one for each byte of `word_`.
  std::vector<Row> rows_;
  std::size_t dead_ = 0;
};

}  // namespace kliping
