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
  /// How many articles explain the one name by the other; 0 for a pair out of our own table.
  std::uint32_t articles = 0;
  /// Whether it is another name, or the same written in another way (`10km` for `10 km`).
  enum class Kind : std::uint8_t { name, writing };
  Kind kind = Kind::name;
};

/// Other names for the words of a query, out of our table of acronyms and portmanteaus: long forms
/// for short ones, and short forms for long ones. Forms with hyphens are also found without them,
/// and with spaces in their place. Left out are ambiguous short forms, which the archive itself
/// decides (query/learned_names.hpp), and short forms that are everyday words as well (`as`,
/// `pan`), unless `text` has them in capitals. Sorted by `first`; of those with the same `first`,
/// the longest is first.
std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens);

/// The words of a name, between single spaces.
std::vector<std::string> words_of(std::string_view phrase);

/// `words` with a space for each hyphen: articles write `bangsa-bangsa` and `bangsa bangsa`.
std::string without_hyphens(std::string_view words);

/// What our table says of a short form.
enum class TabledForm : std::uint8_t {
  unknown,         ///< it is not in the table
  settled,         ///< it has one meaning
  ambiguous,       ///< it has several
  ambiguous_word,  ///< it has several, and in small letters is another word or a name: `pm`, `kim`
};
TabledForm tabled_form(std::string_view folded) noexcept;

/// Whether our table has `words` as a meaning of an ambiguous short form. Hyphens make no
/// difference.
bool is_tabled_reading(std::string_view folded, std::string_view words);

/// Whether the lexicon has a folded word as an everyday word, not a name: `tes`, `sakti`.
bool is_everyday_word(std::string_view folded) noexcept;

}  // namespace kliping
