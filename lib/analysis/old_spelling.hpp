// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Indonesian as written from 1901 (van Ophuijsen) and 1947 (Republik) to 1972, and as names keep
/// it.
namespace kliping {

/// Whether letters of a word show the old spelling.
enum class OldLetters : std::uint8_t {
  none,
  possible,      ///< modern words hold them too: nj, ch
  unmistakable,  ///< oe, tj, dj, sj; j behind another consonant, which can only be y
};

/// Linear in the length of the word.
OldLetters old_letters(std::string_view word) noexcept;

/// Longer words are not respelled.
inline constexpr std::size_t max_old_word_bytes = 60;

/// Writes a word of at most max_old_word_bytes in the spelling of today to `out`, which has room
/// for as many: `pertjaja` gives `percaya`. Never longer than the word.
std::string_view modern_spelling(std::string_view word, char* out) noexcept;

}  // namespace kliping
