// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/span.hpp"

namespace kliping {

/// A word of a text, as an index holds it.
struct AnalyzedWord {
  /// In the text.
  Span span;
  /// Counts words from 1, with a gap where no phrase may cross. A glued word (`di-PHK`) and what
  /// is in it share one.
  std::uint32_t position = 0;
  /// Folded: lower case, marks of letters dropped.
  std::string word;
  /// `sapu` of `menyapu`; equal to `word` where nothing was cut.
  std::string root;
};

/// The words of a text, in order. Any bytes are allowed: those that are not UTF-8 separate words.
/// Page furniture (`BACA JUGA: …`) yields no words. Linear in the text's length; thread-safe.
std::vector<AnalyzedWord> analyze(std::string_view text);

}  // namespace kliping
