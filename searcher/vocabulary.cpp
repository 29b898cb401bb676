// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/error.hpp"
#include "searcher/pattern.hpp"
#include "searcher/query_builder.hpp"
#include "searcher/utf8.hpp"

namespace kliping::searcher {

namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = utf8::decode(text, at);
    out += c.value;
    at += c.bytes;
  }
  return out;
}

/// What every word that `node` stands for begins with.
std::string_view fixed_part(const Node& node, std::string_view folded) {
  if (node.kind == Node::Kind::fuzzy) return folded.substr(0, utf8::decode(folded, 0).bytes);
  return folded.substr(0, std::min(folded.find_first_of("*?"), folded.size()));
}

/// Terms of words have no prefix or, for a title, `S`; all other prefixes begin with a capital too.
bool is_word_term(std::string_view term, std::size_t prefix_bytes) {
  return term.size() > prefix_bytes && (term[prefix_bytes] < 'A' || term[prefix_bytes] > 'Z');
}

std::vector<std::string> words_of(const Node& node, const Xapian::Database& database) {
  const std::string folded = fold(node.text);
  if (folded.empty()) return {};
  const std::u32string wanted = code_points(folded);
  const auto matches = [&](std::string_view word) {
    return node.kind == Node::Kind::fuzzy
               ? within_distance(wanted, code_points(word), node.distance)
               : matches_pattern(wanted, code_points(word));
  };
  const std::string_view prefix = node.scope == Scope::title ? schema::prefix::title : "";
  const std::string beginning = std::string{prefix}.append(fixed_part(node, folded));
  std::vector<std::string> words;
  auto term = database.allterms_begin(beginning);
  while (term != database.allterms_end(beginning)) {
    const std::string text = *term;
    if (!is_word_term(text, prefix.size())) {
      // Past all that begins with a capital there.
      term.skip_to(std::string{prefix} + "[");
      continue;
    }
    if (matches(std::string_view{text}.substr(prefix.size()))) {
      words.push_back(text.substr(prefix.size()));
      if (words.size() > max_prefix_words) {
        throw Error(fmt::format("{} stands for more than {} words", draw(node), max_prefix_words),
                    "write more letters");
      }
    }
    ++term;
  }
  return words;
}

/// All words of the index with one of the roots of `node`, to be met wherever they stand: roots
/// have no positions.
std::vector<std::string> forms_of(const Node& node, const Xapian::Database& database) {
  const Analyzer analyzer;
  TokenList tokens;
  analyzer.analyze_query(node.text, tokens);
  std::set<std::string, std::less<>> roots;
  for (const Token& token : tokens.tokens) roots.emplace(token.root);
  std::vector<std::string> words;
  for (auto term = database.allterms_begin(); term != database.allterms_end();) {
    const std::string word = *term;
    if (!is_word_term(word, 0)) {
      term.skip_to("[");
      continue;
    }
    if (roots.contains(analyzer.root(word))) words.push_back(word);
    ++term;
  }
  return words;
}

bool needs_forms(const Node& node) {
  return node.kind == Node::Kind::near && std::ranges::any_of(node.children, [](const Node& word) {
           return word.kind == Node::Kind::word;
         });
}

bool stands_for_words(const Node& node) {
  return node.kind == Node::Kind::pattern || node.kind == Node::Kind::fuzzy;
}

}  // namespace

bool has_patterns(const Node& tree) {
  return stands_for_words(tree) || needs_forms(tree) ||
         std::any_of(tree.children.begin(), tree.children.end(), has_patterns);
}

void expand_patterns(Node& tree, const Xapian::Database& database) {
  for (Node& child : tree.children) expand_patterns(child, database);
  if (stands_for_words(tree)) tree.words = words_of(tree, database);
  if (!needs_forms(tree)) return;
  for (Node& word : tree.children) {
    if (word.kind == Node::Kind::word) word.words = forms_of(word, database);
  }
}

}  // namespace kliping::searcher
