// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kliping {

/// The pieces of a word in which a change of case or between letters and digits shows that words
/// met, by their ends in it: `Korut|Putin`, `PDIP|Megawati`, `KPK|memeriksa`, `Covid|19`,
/// `2026|sisakan`. Empty where it is one word, or too broken to be words: `iPhone`, `G20`, `kWh`,
/// `orang2`.
struct Pieces {
  static constexpr std::size_t max = 8;
  std::array<std::size_t, max> ends{};
  std::size_t count = 0;
};
Pieces unglue(std::string_view word) noexcept;

/// Whether a word may begin with these two letters, the first in either case: `pr`, not `km`.
bool begins_word(char first, char next) noexcept;

/// Bytes of the capitals before a clitic: 3 for `KTPnya`; 0 for other words.
std::size_t capitals_before_clitic(std::string_view word) noexcept;

}  // namespace kliping
