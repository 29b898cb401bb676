// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/explain_query.hpp"

#include <fmt/format.h>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "searcher/matcher.hpp"

namespace kliping::searcher {

namespace {

/// Leaves in the order of the query.
void collect_words(const Node& node, std::vector<const Node*>& leaves) {
  for (const Node& child : node.children) collect_words(child, leaves);
  switch (node.kind) {
    case Node::Kind::word:
    case Node::Kind::exact_word:
    case Node::Kind::phrase:
    case Node::Kind::pattern:
    case Node::Kind::fuzzy:
      leaves.push_back(&node);
      break;
    default:
      break;
  }
}

}  // namespace

std::string explain_query(std::string_view query, const Node& tree, const BuiltQuery& built) {
  std::string out = fmt::format("query: {}\nparse: {}\n", query, draw(tree));
  std::vector<const Node*> leaves;
  collect_words(tree, leaves);
  const Analyzer analyzer;
  TokenList tokens;
  for (const Node* leaf : leaves) {
    if (leaf->kind == Node::Kind::pattern || leaf->kind == Node::Kind::fuzzy) {
      out += fmt::format("pattern: {} → {} words: {}\n", draw(*leaf), leaf->words.size(),
                         fmt::join(leaf->words, " "));
      continue;
    }
    analyzer.analyze_query(leaf->text, tokens);
    for (const Token& token : tokens.tokens) {
      const bool form = leaf->kind == Node::Kind::word;
      const std::string how = form ? explain_stem(token.word).how : "";
      out += form ? fmt::format("token: {} → {}{}\n", token.word, token.root,
                                how.empty() ? "" : " (" + how + ")")
                  : fmt::format("token: {}\n", token.word);
    }
  }
  out += fmt::format("query run: {}\n", built.query.get_description());
  if (!built.relaxed.empty()) {
    out += fmt::format("if fewer than {} have all: {}\n", enough_complete,
                       built.relaxed.get_description());
  }
  return out;
}

}  // namespace kliping::searcher
