// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kliping {

/// How far a word is from one that was typed, in tenths of a letter: by sound (`y` for `i`), by
/// keys side by side, by letters left out, doubled or swapped (Damerau 1964, with weights). Words
/// come in the order of their bytes: what one shares with the word before is not counted again.
class SpellingDistance {
 public:
  explicit SpellingDistance(std::string_view typed);

  /// Of a word at most `most` away; more where it is farther.
  int operator()(std::string_view word);

  /// How many bytes of the last word have put it, and all that begin so, too far away; 0 if none.
  std::size_t dead_bytes() const { return dead_; }

  int most() const { return most_; }

 private:
  using Row = std::vector<int>;

  void fill(std::size_t depth);
  int step(std::size_t depth, std::size_t column) const;

  std::string typed_;
  int most_;
  std::string word_;
  /// One for each byte of the word, after that of no byte.
  std::vector<Row> rows_;
  std::size_t dead_ = 0;
};

}  // namespace kliping
