// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/explain_query.hpp"

#include <fmt/format.h>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/stemmer.hpp"
#include "search/matcher.hpp"

namespace kliping {

namespace {

/// Collects the leaves of a tree, in the order of the query.
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

/// How a token came to its root: affixes, copies, lists, another spelling.
std::string root_story(const Token& token, const Analyzer& analyzer) {
  if (analyzer.listed_root(token.word)) return "user's list";
  const StemExplanation explained = explain_stem(token.word);
  std::string story = explained.how;
  if (token.root != explained.root) story += fmt::format("; today's spelling {}", token.root);
  return story;
}

/// One line for each token. Tokens inside another one are the words into which it was taken apart.
std::string explain_tokens(const Node& leaf, const Analyzer& analyzer) {
  TokenList list;
  analyzer.analyze_query(leaf.text, list);
  std::string out;
  const Token* whole = nullptr;
  for (const Token& token : list.tokens) {
    const bool part = whole != nullptr && token.span.end <= whole->span.end;
    if (!part) whole = &token;
    const std::string inside = part ? fmt::format(", part of {}", whole->word) : "";
    out += leaf.kind == Node::Kind::word
               ? fmt::format("token: {} → {} ({}{})\n", token.word, token.root,
                             root_story(token, analyzer), inside)
               : fmt::format("token: {}{}\n", token.word, inside);
  }
  return out;
}

std::string source_of(const Expansion& expansion) {
  if (expansion.kind == OtherName::Kind::writing) return "written so, too";
  if (expansion.articles == 0) return "table";
  return fmt::format("learned from {} articles", expansion.articles);
}

std::string explain(const Expansion& expansion) {
  return fmt::format("other name: {} = {} ({})\n", expansion.from, expansion.to,
                     source_of(expansion));
}

}  // namespace

std::string explain_query(std::string_view query, const Node& tree, const BuiltQuery& built,
                          const Analyzer& analyzer) {
  std::string out = fmt::format("query: {}\nparse: {}\n", query, draw(tree));
  std::vector<const Node*> leaves;
  collect_words(tree, leaves);
  for (const Node* leaf : leaves) {
    if (leaf->kind == Node::Kind::pattern || leaf->kind == Node::Kind::fuzzy) {
      out += fmt::format("pattern: {} → {} words: {}\n", draw(*leaf), leaf->words.size(),
                         fmt::join(leaf->words, " "));
      continue;
    }
    out += explain_tokens(*leaf, analyzer);
  }
  for (const Expansion& expansion : built.expansions) out += explain(expansion);
  out += fmt::format("query run: {}\n", built.query.get_description());
  if (!built.relaxed.empty()) {
    out += fmt::format("if fewer than {} have all: {}\n", enough_complete,
                       built.relaxed.get_description());
  }
  return out;
}

}  // namespace kliping
