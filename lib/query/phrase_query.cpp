// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "kliping/error.hpp"
#include "query/query_builder.hpp"
#include "query/query_parts.hpp"

/// Queries that ask where words stand.
namespace kliping {

using Xapian::Query;

namespace {

/// Whether a term is in more than one step. Xapian 1.4.22 then misses pairs, because one occurrence
/// could stand for either side of NEAR.
bool have_common_term(const std::vector<Query>& steps) {
  std::set<std::string> seen;
  for (const Query& step : steps) {
    for (auto t = step.get_unique_terms_begin(); t != step.get_terms_end(); ++t) {
      if (!seen.insert(*t).second) return true;
    }
  }
  return false;
}

}  // namespace

/// The very words in their order, with at most `between` other words in between, all in the title
/// or all in the body. Tokens at one position (a glued word and its first part) are alternatives.
Xapian::Query QueryBuilder::phrase(std::string_view text, Scope scope, unsigned between) {
  analyzer_.analyze_query(text, tokens_);
  const auto& tokens = tokens_.tokens;
  charge(tokens.size());
  if (tokens.empty()) return {};
  const std::string_view prefix = scope == Scope::title ? schema::prefix::title : "";
  std::vector<Query> steps;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::uint32_t position = tokens[i].position;
    std::vector<Query> alternatives;
    shown.emplace_back(tokens[i].word);
    for (; i < tokens.size() && tokens[i].position == position; ++i) {
      alternatives.emplace_back(term(prefix, tokens[i].word));
    }
    steps.push_back(combine(Query::OP_OR, alternatives));
  }
  ranked_ = true;
  if (!excluded_) {
    if (shown.size() == 1 || between > 0) {
      wanted_.words.insert(wanted_.words.end(), shown.begin(), shown.end());
    } else {
      wanted_.phrases.push_back(shown);
    }
  }
  if (steps.size() == 1) return steps.front();
  if (positions_ == Positions::dropped) return combine(Query::OP_AND, steps);
  const Xapian::termcount window = tokens.back().position - tokens.front().position + 1 + between;
  return {Query::OP_PHRASE, steps.begin(), steps.end(), window};
}

/// Refuses what cannot be answered without positions. (Other names of several words are looked for
/// by all of their words instead, but whoever types quotes means them.)
void QueryBuilder::require_positions(const Node& tree) const {
  const bool one_word = tree.kind == Node::Kind::phrase && tree.text.find(' ') == tree.text.npos;
  if (positions_ == Positions::kept || one_word) return;
  throw Error(
      message("{}: the archive was indexed with --no-positions and cannot tell", draw(tree)),
      message("leave out the quotes or DEKAT; or index it again without that option"));
}

/// Both words, ranked like words without NEAR, in the articles where forms of them stand close to
/// one another.
Xapian::Query QueryBuilder::near(const Node& tree) {
  require_positions(tree);
  std::vector<Query> both, steps;
  for (const Node& word : tree.children) {
    Query part = node(word);
    if (part.empty()) continue;
    both.push_back(std::move(part));
    add_steps(word, steps);
  }
  if (have_common_term(steps)) {
    throw Error(message("{}: both are forms of one word", draw(tree)),
                message("with = before each they are the forms alone"));
  }
  if (both.size() < 2) return combine(Query::OP_AND, both);
  const auto window = static_cast<Xapian::termcount>(tree.distance + steps.size() - 1);
  const Query close{Query::OP_NEAR, steps.begin(), steps.end(), window};
  return {Query::OP_FILTER, combine(Query::OP_AND, both), close};
}

/// Appends a step for each position of a word: any of the forms that it may have there. The forms
/// are terms of words, since terms of roots have no positions (docs/decisions.md).
void QueryBuilder::add_steps(const Node& word, std::vector<Query>& steps) {
  const bool any_form = word.kind == Node::Kind::word && forms_ == Forms::all;
  analyzer_.analyze_query(word.text, tokens_);
  const auto& tokens = tokens_.tokens;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::uint32_t position = tokens[i].position;
    std::vector<Query> alternatives;
    for (; i < tokens.size() && tokens[i].position == position; ++i) {
      const Token& token = tokens[i];
      alternatives.emplace_back(std::string{any_form ? token.root : token.word});
      for (const std::string& form : word.words) {
        if (form != token.root && analyzer_.root(form) == token.root)
          alternatives.emplace_back(form);
      }
    }
    steps.push_back(combine(Query::OP_OR, alternatives));
  }
}

}  // namespace kliping
