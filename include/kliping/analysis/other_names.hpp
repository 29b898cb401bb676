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
/// ones and short forms of the long, each with its hyphens, without them or with spaces for them.
/// Ambiguous short forms are left to the archive (query/learned_names.hpp), and so are those that
/// are also everyday words (`as`, `pan`) unless `text` has them in capitals. By `first`, longest
/// first.
std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens);

/// The words of a name, between single spaces.
std::vector<std::string> words_of(std::string_view phrase);

/// The words with spaces for hyphens: articles write `bangsa-bangsa` and `bangsa bangsa`.
std::string without_hyphens(std::string_view words);

/// What our table says of a short form: nothing, its meaning, or several that it may have. Of the
/// last, some are another word or name as well in small letters (`pm`, `kim`).
enum class TabledForm : std::uint8_t { unknown, settled, ambiguous, ambiguous_word };
TabledForm tabled_form(std::string_view folded) noexcept;

/// Whether `words` are one of the meanings that our table has for an ambiguous short form, with or
/// without hyphens.
bool is_tabled_reading(std::string_view folded, std::string_view words);

/// Whether a folded word is an everyday one, whatever it may be short for: `tes`, `sakti`.
bool is_everyday_word(std::string_view folded) noexcept;

}  // namespace kliping
