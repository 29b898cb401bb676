// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace kliping {

/// For a sorted list of lower-case words: the range of the words with a given first letter. In our
/// tables so few share a letter that comparing with all of them is faster than a binary search. The
/// ranges are computed by the compiler.
class ByFirstLetter {
 public:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// `first_letter(i)` gives the first letter of word i, of `count` words.
  template <typename FirstLetter>
  constexpr ByFirstLetter(std::size_t count, FirstLetter first_letter) {
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = first_letter(i) - 'a' + 1; k < begins_.size(); ++k) ++begins_[k];
    }
  }

  /// The range of a first letter; empty for a character that is no lower-case letter.
  constexpr Range at(char first) const noexcept {
    if (first < 'a' || first > 'z') return {};
    const std::size_t k = first - 'a';
    return {begins_[k], begins_[k + 1]};
  }

 private:
  /// By letter: how many words stand before its own.
  std::array<std::uint16_t, 27> begins_{};
};

}  // namespace kliping
