// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kliping {

/// The pieces of a word that was glued together of several, as a change of case or between letters
/// and digits shows: `Korut|Putin`, `PDIP|Megawati`, `KPK|memeriksa`, `Covid|19`, `2026|sisakan`.
/// No pieces for what is one word, or falls into pieces too short to be words: `iPhone`, `G20`,
/// `kWh`, `orang2`.
struct Pieces {
  static constexpr std::size_t max = 8;
  /// Where each piece ends in the word.
  std::array<std::size_t, max> ends{};
  std::size_t count = 0;
};
Pieces unglue(std::string_view word) noexcept;

/// Whether a word may begin with these two letters, the first in either case: `pr`, not `km`.
bool begins_word(char first, char next) noexcept;

/// Of a word that is an acronym with a clitic, the number of capitals: 3 for `KTPnya`. 0 for other
/// words.
std::size_t capitals_before_clitic(std::string_view word) noexcept;

}  // namespace kliping
