// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/error.hpp"
#include "query/pattern.hpp"
#include "query/query_builder.hpp"
#include "text/utf8.hpp"

namespace kliping {

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

/// The beginning that all words which `node` stands for have in common.
std::string_view fixed_part(const Node& node, std::string_view folded) {
  if (node.kind == Node::Kind::prefix) return folded;
  if (node.kind == Node::Kind::fuzzy) return folded.substr(0, utf8::decode(folded, 0).bytes);
  return folded.substr(0, std::min(folded.find_first_of("*?"), folded.size()));
}

/// Whether a term is a word (in the title or the body) and not some other kind of term, which has a
/// longer prefix: prefixes are capitals, and words never begin with one.
bool is_word_term(std::string_view term, std::size_t prefix_bytes) {
  return term.size() > prefix_bytes && (term[prefix_bytes] < 'A' || term[prefix_bytes] > 'Z');
}

struct Word {
  std::string word;
  double articles = 0;
};

bool stands_for(const Node& node, std::u32string_view wanted, std::string_view word) {
  if (node.kind == Node::Kind::prefix) return true;
  return node.kind == Node::Kind::fuzzy ? within_distance(wanted, code_points(word), node.distance)
                                        : matches_pattern(wanted, code_points(word));
}

std::vector<Word> words_of(const Node& node, const Xapian::Database& database) {
  const std::string folded = fold(node.text);
  if (folded.empty()) return {};
  const std::u32string wanted = code_points(folded);
  const std::string_view prefix = node.scope == Scope::title ? schema::prefix::title : "";
  const std::string beginning = std::string{prefix}.append(fixed_part(node, folded));
  std::vector<Word> words;
  auto term = database.allterms_begin(beginning);
  while (term != database.allterms_end(beginning)) {
    const std::string text = *term;
    if (!is_word_term(text, prefix.size())) {
      // Past all that begins with a capital there.
      term.skip_to(std::string{prefix} + "[");
      continue;
    }
    if (stands_for(node, wanted, std::string_view{text}.substr(prefix.size()))) {
      words.push_back({text.substr(prefix.size()), static_cast<double>(term.get_termfreq())});
      if (words.size() > max_prefix_words) {
        throw Error(message("{} stands for more than {} words", draw(node), max_prefix_words),
                    message("write more letters"));
      }
    }
    ++term;
  }
  return words;
}

/// All words of the index that share a root with the word of `node`. NEAR needs the words because
/// terms of roots have no positions.
std::vector<std::string> forms_of(const Node& node, const Xapian::Database& database,
                                  const Analyzer& analyzer) {
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
  return node.kind == Node::Kind::prefix || node.kind == Node::Kind::pattern ||
         node.kind == Node::Kind::fuzzy;
}

/// The weight that Xapian's BM25 gives to a word for its rarity: one in `articles` of `all`.
double information(double articles, double all) {
  const double odds = (all - articles + 0.5) / (articles + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

void expand(Node& node, const Xapian::Database& database) {
  const double all = database.get_doccount();
  const std::vector<Word> words = words_of(node, database);
  // Articles without any of them, as if each word fell on articles by chance.
  double none = 1;
  for (const Word& word : words) none *= 1 - word.articles / all;
  const double together = information(all * (1 - none), all);
  node.words.clear();
  node.factors.clear();
  for (const Word& word : words) {
    node.words.push_back(word.word);
    node.factors.push_back(together / information(word.articles, all));
  }
}

}  // namespace

bool has_patterns(const Node& tree) {
  return stands_for_words(tree) || needs_forms(tree) ||
         std::any_of(tree.children.begin(), tree.children.end(), has_patterns);
}

void expand_patterns(Node& tree, const Xapian::Database& database, const Analyzer& analyzer) {
  for (Node& child : tree.children) expand_patterns(child, database, analyzer);
  if (stands_for_words(tree)) expand(tree, database);
  if (!needs_forms(tree)) return;
  for (Node& word : tree.children) {
    if (word.kind == Node::Kind::word) word.words = forms_of(word, database, analyzer);
  }
}

}  // namespace kliping
