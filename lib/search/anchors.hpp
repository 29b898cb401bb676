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

/// Tells at a glance which sentences may answer a wish, by letters that nearly every form of its
/// word keeps: all of a root but its first, which a prefix may swallow (`sapu`, menyapu). Other
/// spellings (`risiko`, resiko) pass unseen: two words in a thousand of news.
class Anchors {
 public:
  /// A user's list may give a word a root that shares no letter with it: then all are looked at.
  Anchors(const Wanted& wanted, const Analyzer& analyzer);

  /// As few of `sentences` as hold the letters of every wish that any of them holds, each the
  /// first of those that hold the most: in order, or all where the letters are too few to tell.
  std::vector<Span> promising(std::string_view text, const std::vector<Span>& sentences);

  /// All of the sentences last given to `promising` that hold the letters of one of `wishes`,
  /// bits by the order of roots, words and prefixes in `Wanted`; all where letters say nothing.
  std::vector<Span> holding(const std::vector<Span>& sentences, std::uint64_t wishes) const;

 private:
  /// Wishes as bits; those past the 64th are not looked for.
  using Wishes = std::uint64_t;

  /// Letters of a word, and which of them is the rarest in running text: it is looked for first.
  struct Anchor {
    explicit Anchor(std::string_view word);
    /// Where they stand in `text` from `at` on; npos where they do not.
    std::size_t find(std::string_view text, std::size_t at) const;

    std::string letters;
    std::size_t rarest = 0;
  };

  void look_for(std::size_t wish, const std::vector<Span>& sentences);

  std::vector<Anchor> anchors_;
  bool blind_ = false;
  std::string lower_;
  /// What each sentence holds of the text last given to `promising`.
  std::vector<Wishes> held_;
};

/// Neighbouring sentences as one part, where only white space parts them.
std::vector<Span> joined(std::string_view text, const std::vector<Span>& sentences);

}  // namespace kliping
