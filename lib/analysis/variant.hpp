// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "kliping/analysis/stemmer.hpp"

/// Words that the press writes in more than one way, by the tables lexicon/compounds.tsv and
/// lexicon/spelling.tsv.
namespace kliping {

/// A root in its standard spelling: `resiko` gives `risiko`; any other comes back as it is.
std::string_view standard_spelling(std::string_view root) noexcept;

/// The root of a folded word as `stem` gives it, under its standard spelling: `beresiko` gives
/// `risiko`, `perijinan` `izin`. A word that only the spelling of before 1972 explains has the
/// root of the modern word: `pertjaja` gives `percaya`. The view lies where `stem` would put it.
std::string_view standard_root(std::string_view word, RootBuffer& buffer) noexcept;

/// The words of which a compound that is written as one consists; none for other words.
struct CompoundWords {
  std::array<std::string_view, 3> words;
  std::size_t count = 0;
};

/// Divides a root: `kerjasama` into `kerja` and `sama`; `pascagempa`, which no lexicon has, into
/// `pasca` and `gempa`. The views point into `root` or into static data.
CompoundWords split_compound(std::string_view root) noexcept;

/// Identifies both tables.
std::string_view variant_fingerprint() noexcept;

}  // namespace kliping
