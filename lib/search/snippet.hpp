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

/// Finds what shows best why an article was found: one to three passages of its body, cut at
/// sentences where they fit and at words where not, joined by an ellipsis. Keeps buffers: one per
/// thread.
class SnippetMaker {
 public:
  /// `length` of a snippet in code points, ellipses not counted; 0 is none.
  SnippetMaker(Wanted wanted, std::size_t length, Analyzer analyzer = {});

  /// The snippet is of the body, or empty where there is none: the title stands above it anyway.
  /// `has_term` tells whether the index has a term for the article: what it has not need not be
  /// looked for.
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
  /// What marks count through, in words, and whether an article that matches ought to have it.
  struct Wish {
    std::string text;
    /// That an article which answers it has; "" where there is no such term.
    std::string term;
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
  /// The sentences that these are of.
  std::vector<Span> marked_;
};

/// The first words of a text without a title, at most `length` code points.
std::string head_of(std::string_view text, std::size_t length);

}  // namespace kliping
