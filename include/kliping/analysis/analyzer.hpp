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

/// Turns text into terms. Both tools use it, so that a query's words become the very terms that the
/// index has. Const and thread-safe, cheap to copy; each thread brings its own TokenList.
class Analyzer {
 public:
  Analyzer() = default;
  /// An analyzer that follows the user's word lists.
  explicit Analyzer(const WordLists& lists);

  /// Clears `out` and fills it with the tokens of `text`, in order. Bytes that are not valid UTF-8
  /// separate words. Linear in the text's length.
  void analyze(std::string_view text, TokenList& out) const;

  /// The same for words that a user typed, in which nothing counts as page furniture.
  void analyze_query(std::string_view text, TokenList& out) const;

  /// The tokens of some parts of a text only. `parts` ascend, do not overlap, and cut no word in
  /// two. The tokens' spans count from the beginning of the whole text; no phrase reaches from one
  /// part into the next.
  void analyze_parts(std::string_view text, std::span<const Span> parts, TokenList& out) const;

  /// The spans of page furniture in `text`, as `analyze` finds them.
  std::vector<Span> furniture(std::string_view text) const;

  /// The root that `analyze` gives to a token whose folded word is `word`.
  std::string root(std::string_view word) const;

  /// Whether there are word lists of the user.
  bool has_lists() const noexcept { return words_ != nullptr; }

  /// The root that the user's lists give a folded word; empty where they do not have it.
  std::optional<std::string_view> listed_root(std::string_view word) const noexcept;

  /// Identifies the rules, the lexicon and the user's lists. The index stores it, and the searcher
  /// refuses an index whose fingerprint is not its own.
  std::string fingerprint() const;

 private:
  /// Null where there are none.
  std::shared_ptr<const UserWords> words_;
};

/// Folds a word or a field's value for comparison: NFKC case folding, marks of Latin letters
/// dropped, invisible characters dropped, quotes and dashes unified.
std::string fold(std::string_view text);

/// The text in lower case, with its accents and signs. Bytes that are not UTF-8 become U+FFFD.
std::string lower_case(std::string_view text);

}  // namespace kliping
