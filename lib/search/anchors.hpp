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

/// Tells quickly which sentences may hold words of the query, without analysing them. It looks for
/// letters that nearly every form of a word has: all letters of its root but the first one, and
/// before them that letter or the nasal into which it melts (`sapu`, menyapu). Forms that are spelt
/// otherwise (`resiko` for `risiko`) are missed; in news that is two words in a thousand.
/// A *wish* is one thing that the query asks for: a root, word, prefix or phrase of `Wanted`.
class Anchors {
 public:
  /// With word lists of the user's own all sentences are promising, for such a list may give a word
  /// a root that has none of its letters.
  Anchors(const Wanted& wanted, const Analyzer& analyzer);

  /// Chooses a few of `sentences`, in order, that together have the letters of every wish that has
  /// its letters in any of them. Greedily: the sentence with the most wishes that are still open is
  /// taken next. Gives all sentences if the words are too short to tell.
  std::vector<Span> promising(std::string_view text, const std::vector<Span>& sentences);

  /// Those of the sentences last given to `promising` that have the letters of one of `wishes`,
  /// which has a bit for each root, word and prefix in `Wanted`, in that order. Gives all sentences
  /// if letters cannot tell.
  std::vector<Span> holding(const std::vector<Span>& sentences, std::uint64_t wishes) const;

 private:
  /// A bit for each wish; wishes past the 64th are not looked for.
  using Wishes = std::uint64_t;
  static constexpr std::size_t most_wishes = 64;

  /// The letters of a wish. The rarest of them in running text is looked for first.
  struct Anchor {
    /// All of `word`, with anything before it.
    explicit Anchor(std::string_view word);
    /// All of `root` but its first letter, with what may stand for that before it.
    static Anchor without_first(std::string_view root);
    /// Where the letters stand in `text` from `at` on; npos if they do not.
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
  /// The wishes whose letters each of the last sentences has.
  std::vector<Wishes> held_;
};

/// The sentences as fewer, longer spans: those with only white space between them become one.
std::vector<Span> joined(std::string_view text, const std::vector<Span>& sentences);

}  // namespace kliping
