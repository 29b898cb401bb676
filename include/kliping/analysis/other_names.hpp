// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
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
  /// Articles that explain one by the other; 0 where our table does.
  std::uint32_t articles = 0;
};

/// What our table of acronyms and portmanteaus knows of a query's words: long forms of the short
/// ones and short forms of the long. Ambiguous short forms are left alone, and those that are also
/// everyday words (`as`, `pan`) unless `text` has them in capitals. By `first`, longest first.
std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens);

/// The words of a name, between single spaces.
std::vector<std::string> words_of(std::string_view phrase);

/// Whether our table has something to say of a short form, if only that it is ambiguous.
bool is_tabled_short_form(std::string_view folded) noexcept;

/// Whether a folded word is an everyday one, whatever it may be short for: `tes`, `sakti`.
bool is_everyday_word(std::string_view folded) noexcept;

}  // namespace kliping
