// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "analysis/stemmer/analysis.hpp"

namespace kliping::morphology {

enum class Way : std::uint8_t {
  whole,    ///< nothing explains the word
  head,     ///< the lexicon has it as a root
  name,     ///< the lexicon has it as a name
  listed,   ///< the lexicon says its root
  affixes,  ///< `analysis` tells which
  reduplication,
  light,  ///< an unknown word with an unmistakable affix
};

/// What became of a word. The root lies in the word or in the lexicon.
struct Resolution {
  std::string_view root;
  Way way = Way::whole;
  /// For Way::affixes.
  Analysis analysis{};
};

/// Whether hyphens join parts of the word.
bool has_inner_hyphen(std::string_view word) noexcept;

/// The grammar's answer for any word, hyphens and all, compiled forms not consulted.
/// Linear in the word's length.
Resolution resolve(const Lexicon& lexicon, std::string_view word) noexcept;

/// The same for a word that holds no hyphen.
Resolution resolve_simple(const Lexicon& lexicon, std::string_view word) noexcept;

/// Whether a word without hyphen that the lexicon has not is worth an analysis.
bool may_be_inflected(std::string_view word) noexcept;

/// The same for a word without hyphen that the lexicon has not.
Resolution resolve_absent(const Lexicon& lexicon, std::string_view word) noexcept;

/// A word with hyphens inside that the lexicon has not: reduplication, and affixes set off by a
/// hyphen (di-PHK, KTP-nya).
Resolution resolve_hyphenated(const Lexicon& lexicon, std::string_view word) noexcept;

/// Reduplication that lost its hyphen (masingmasing); Way::whole if it is none.
Resolution resolve_lost_hyphen(const Lexicon& lexicon, std::string_view word) noexcept;

/// A light strip for words whose root the lexicon has not; errs on the side of Way::whole.
Resolution resolve_unknown(const Lexicon& lexicon, std::string_view word) noexcept;

}  // namespace kliping::morphology
