// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// Another name for some consecutive words of a query: `Korut` for `Korea Utara`, and back.
struct OtherName {
  /// The tokens it stands in for, [first, last).
  std::size_t first = 0;
  std::size_t last = 0;
  /// Folded words, in order; more than one is a phrase.
  std::vector<std::string> words;
};

/// What our table of acronyms and portmanteaus knows of a query's words: long forms of the short
/// ones and short forms of the long. Ambiguous short forms are left alone, and those that are also
/// everyday words (`as`, `pan`) unless `text` has them in capitals. By `first`, longest first.
std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens);

}  // namespace kliping
