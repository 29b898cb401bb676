// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"
#include "kliping/analysis/user_words.hpp"

namespace kliping {

/// The one road from text to terms: both tools take it, so what was indexed is what is looked for.
/// Const and thread-safe, cheap to copy; each thread brings its own TokenList.
class Analyzer {
 public:
  Analyzer() = default;
  /// Whose user has lists of words.
  explicit Analyzer(const WordLists& lists);

  /// Tokens of `text` (valid UTF-8 or not: stray bytes separate words), in order, into `out`,
  /// which is cleared first. Linear in the text's length.
  void analyze(std::string_view text, TokenList& out) const;

  /// The same for words that a user typed: nothing is furniture.
  void analyze_query(std::string_view text, TokenList& out) const;

  /// Tokens of some parts of a text alone: ascending, disjoint, cut where no word is. Spans count
  /// from the text's beginning; no phrase crosses from part to part.
  void analyze_parts(std::string_view text, std::span<const Span> parts, TokenList& out) const;

  /// Page furniture alone, as `analyze` finds it.
  std::vector<Span> furniture(std::string_view text) const;

  /// The root that tokens of this folded word have.
  std::string root(std::string_view word) const;

  /// Whether the user has lists at all.
  bool has_lists() const noexcept { return words_ != nullptr; }

  /// The user's list alone: what it says of a folded word.
  std::optional<std::string_view> listed_root(std::string_view word) const noexcept;

  /// Identifies rules, lexicon and lists: stored in the index, compared by the searcher.
  std::string fingerprint() const;

 private:
  /// Null where there are none.
  std::shared_ptr<const UserWords> words_;
};

/// Folds a word or a field's value for comparison: NFKC case folding, marks of Latin letters
/// dropped, invisible characters dropped, quotes and dashes unified.
std::string fold(std::string_view text);

/// The text in lower case, its accents and signs kept; bytes that are no UTF-8 become U+FFFD.
std::string lower_case(std::string_view text);

}  // namespace kliping
