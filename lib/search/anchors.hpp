// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/span.hpp"
#include "query/query_builder.hpp"

namespace kliping {

/// Finds out fast which sentences may answer a wish (a word of the query), without analysing them:
/// by letters that nearly every form of the word has, which are all of its root but the first one,
/// with this one before them or the nasal that it melted into (`sapu`, menyapu). Other spellings
/// (`risiko`, resiko) are missed: two words in a thousand of news.
class Anchors {
 public:
  /// Where the user has word lists, all sentences count as promising: a list may give a word a root
  /// that has no letter of it.
  Anchors(const Wanted& wanted, const Analyzer& analyzer);

  /// A small choice of `sentences`, in order, that together have the letters of every wish that any
  /// sentence has the letters of: always the first of those with the most is taken next. All of
  /// them where the words are too short to tell.
  std::vector<Span> promising(std::string_view text, const std::vector<Span>& sentences);

  /// Those of the sentences last given to `promising` that have the letters of one of `wishes`; all
  /// where letters tell nothing. `wishes` has a bit for each root, word and prefix in `Wanted`, in
  /// that order.
  std::vector<Span> holding(const std::vector<Span>& sentences, std::uint64_t wishes) const;

 private:
  /// Wishes as bits; those past the 64th are not looked for.
  using Wishes = std::uint64_t;

  /// Letters of a word, and which of them is the rarest in running text: it is looked for first.
  struct Anchor {
    /// All of `word`, with anything before it.
    explicit Anchor(std::string_view word);
    /// All of `root` but its first letter, with what may stand for that before it.
    static Anchor without_first(std::string_view root);
    /// Where they stand in `text` from `at` on; npos where they do not.
    std::size_t find(std::string_view text, std::size_t at) const;

    std::string letters;
    std::size_t rarest = 0;
    /// Letters of which one stands before them; any byte or none where empty.
    std::string before;
  };

  void look_for(std::size_t wish, const std::vector<Span>& sentences);

  std::vector<Anchor> anchors_;
  bool blind_ = false;
  std::string lower_;
  /// What each sentence holds of the text last given to `promising`.
  std::vector<Wishes> held_;
};

/// The sentences, with those joined between which there is only white space.
std::vector<Span> joined(std::string_view text, const std::vector<Span>& sentences);

}  // namespace kliping
