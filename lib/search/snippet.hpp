// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/article.hpp"
#include "kliping/search.hpp"
#include "query/query_builder.hpp"
#include "search/anchors.hpp"
#include "search/highlighter.hpp"

namespace kliping {

/// Finds what shows best why an article was found: one to three passages of its body, joined by an
/// ellipsis. They are cut between sentences, or between words if a sentence is too long. It reuses
/// buffers, so each thread needs its own.
class SnippetMaker {
 public:
  /// `length` is that of a snippet in code points, without ellipses; 0 gives no snippets.
  SnippetMaker(Wanted wanted, std::size_t length, Analyzer analyzer = {});

  /// The snippet is of the body, and empty if there is none: the title stands above it anyway.
  /// `has_term` tells whether the index has a term for the article; words whose terms it lacks need
  /// not be looked for.
  using HasTerm = std::function<bool(const std::string& term)>;
  Extract extract(
      const Article& article, const HasTerm& has_term = [](const std::string&) { return true; });

 private:
  void mark(std::string_view text, const std::vector<Span>& sentences);
  void mark_also(std::string_view text, const std::vector<Span>& sentences);
  std::uint64_t open_wishes(const HasTerm& has_term) const;
  void mark_body(std::string_view text, const HasTerm& has_term);
  MarkedText whole(std::string_view text) const;
  MarkedText passages(std::string_view text);
  std::vector<std::string> answered() const;

  Wanted wanted_;
  /// One thing that the query asks for. Marks refer to it by its number.
  struct Wish {
    std::string text;
    /// The term that every article has which answers the wish; "" if there is none.
    std::string term;
    /// Whether an article that matches ought to have it. Other names are not needed.
    bool needed = true;
    bool answered = false;
  };
  std::vector<Wish> wishes_;
  std::size_t length_;
  Analyzer analyzer_;
  Anchors anchors_;
  TokenList tokens_;
  std::vector<Span> sentences_;
  std::vector<Mark> marks_;
  /// The sentences that were searched for these marks.
  std::vector<Span> marked_;
};

/// The first words of a text without a title, at most `length` code points.
std::string head_of(std::string_view text, std::size_t length);

}  // namespace kliping
