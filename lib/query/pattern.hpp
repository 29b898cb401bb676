// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Words with signs that stand for letters: `korup*`, `*kata`, `k?ta`, `kata~`.
namespace kliping {

/// What a word of a query, everything up to the next space, means as a pattern.
struct PatternShape {
  enum class Kind : std::uint8_t {
    prose,      ///< its signs are punctuation, if it has any
    prefix,     ///< `korup*`
    pattern,    ///< `*` any letters, `?` one, anywhere
    fuzzy,      ///< `kata~`, `kata~2`
    too_short,  ///< `a*`, `ab~`: would stand for half the dictionary; refused
    too_far,    ///< `kata~5`: refused
    compound,   ///< `anak-an*`: a pattern of more than one word; refused
  };

  Kind kind = Kind::prose;
  /// The pattern, without the final `*` of a prefix and the `~` of a fuzzy word.
  std::string_view text{};
  /// Edits that a fuzzy word allows.
  unsigned distance = 0;
};

inline constexpr unsigned max_fuzzy_distance = 2;

/// These are prose: punctuation at the end, a question mark included (`Siapa dia?`), a question
/// mark before a capital (`Benarkah?Ini`), and `**tebal**`, `5*`, `~5`, `5~10`, `*anak-anak*`.
PatternShape shape_of(std::string_view text);

/// Whether `word` is spelt as `pattern` says; both are folded. Takes time in proportion to the
/// product of their lengths at most.
bool matches_pattern(std::u32string_view pattern, std::u32string_view word);

/// Whether at most `most` letters were added, left out, changed, or swapped with the next one
/// (optimal string alignment, Damerau 1964).
bool within_distance(std::u32string_view a, std::u32string_view b, unsigned most);

}  // namespace kliping
