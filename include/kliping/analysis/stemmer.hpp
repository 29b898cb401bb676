// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace kliping {

/// Room for a root that is not a part of its word: the root of `menyapu` is `sapu`, since prefixing
/// turned the s into ny.
using RootBuffer = std::array<char, 256>;

/// The root of one folded word (lower case, as the analyzer folds; hyphens allowed). The view
/// lies in `word`, in `buffer` or in static data. Linear in the word's length, allocates nothing,
/// never throws; a word that no analysis explains comes back whole. Thread-safe.
std::string_view stem(std::string_view word, RootBuffer& buffer) noexcept;

/// How `stem` came to its answer, for `stem --explain`.
struct StemExplanation {
  std::string root;
  /// Root and affixes in their order, as in `me- per- dalam`, or another reason in brackets.
  std::string how;
};
StemExplanation explain_stem(std::string_view word);

/// Identifies lexicon and grammar. It changes whenever the root of some word might.
std::string_view lexicon_fingerprint() noexcept;

}  // namespace kliping
