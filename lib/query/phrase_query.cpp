// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "kliping/error.hpp"
#include "query/query_builder.hpp"
#include "query/query_parts.hpp"
#include "query/tuning.hpp"
#include "text/ascii.hpp"

/// Queries that ask where words stand.
namespace kliping {

using Xapian::Query;
using Alternatives = BodyScope::Alternatives;

namespace {

/// Phrases cost time; a pasted table has numbers enough.
constexpr std::size_t max_number_pairs = 8;

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, ascii::is_digit);
}

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

/// Tokens at one position (a glued word and its first part) are alternatives there.
std::vector<Alternatives> steps_of(const std::vector<Token>& tokens) {
  std::vector<Alternatives> steps;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || tokens[i].position != tokens[i - 1].position) steps.emplace_back();
    steps.back().emplace_back(tokens[i].word);
  }
  return steps;
}

}  // namespace

/// The very words in their order, with at most `between` other words in between, all in the title
/// or all in the body.
Xapian::Query QueryBuilder::phrase(std::string_view text, Scope scope, unsigned between) {
  analyzer_.analyze_query(text, tokens_);
  const auto& tokens = tokens_.tokens;
  charge(tokens.size());
  if (tokens.empty()) return {};
  const std::vector<Alternatives> steps = steps_of(tokens);
  std::vector<std::string> shown;
  for (const Alternatives& words : steps) shown.push_back(words.front());
  ranked_ = true;
  if (!excluded_) {
    if (shown.size() == 1 || between > 0) {
      wanted_.words.insert(wanted_.words.end(), shown.begin(), shown.end());
    } else {
      wanted_.phrases.push_back(shown);
    }
  }
  const Xapian::termcount window = tokens.back().position - tokens.front().position + 1 + between;
  return standing(steps, scope, window);
}

/// The steps one behind another within the window; all of them where the index has no positions.
Query QueryBuilder::standing(const std::vector<Alternatives>& steps, Scope scope,
                             Xapian::termcount window) const {
  const bool ordered = steps.size() > 1 && positions_ == Positions::kept;
  const Scope of_each = ordered && scope == Scope::body ? Scope::anywhere : scope;
  const std::string_view prefix = scope == Scope::title ? schema::prefix::title : "";
  std::vector<Query> queries;
  for (const Alternatives& words : steps) {
    std::vector<Query> any;
    for (const std::string& word : words)
      any.push_back(within(of_each, Query{term(prefix, word)}, "", schema::prefix::title, word));
    queries.push_back(combine(Query::OP_OR, any));
  }
  if (!ordered) return combine(Query::OP_AND, queries);
  const Query found{Query::OP_PHRASE, queries.begin(), queries.end(), window};
  return scope == Scope::body ? bodies_.having_phrase(found, steps, window) : found;
}

/// A number says little without the word beside it: articles that have `5 persen` or
/// `17 Agustus 1945` side by side rank before those that have the words somewhere.
Xapian::Query QueryBuilder::beside_numbers(const Node& tree) {
  if (positions_ == Positions::dropped || excluded_) return {};
  std::vector<Query> pairs;
  const auto add = [&](const Node& left, const Node& right) {
    const char* const end = right.text.data() + right.text.size();
    analyzer_.analyze_query({left.text.data(), static_cast<std::size_t>(end - left.text.data())},
                            tokens_);
    const auto& tokens = tokens_.tokens;
    const std::vector<Alternatives> steps = steps_of(tokens);
    if (steps.size() < 2) return;
    const Xapian::termcount window = tokens.back().position - tokens.front().position + 1;
    pairs.push_back(standing(steps, Scope::anywhere, window));
  };
  const Node* first = nullptr;  // of neighbours that numbers hold together
  const Node* left = nullptr;
  for (const Node& node : tree.children) {
    const bool is_word = node.kind == Node::Kind::word && node.scope == Scope::anywhere;
    const bool number = is_word && has_digit(node.text);
    const bool joined = is_word && left != nullptr && (number || has_digit(left->text));
    if (number) add(node, node);
    if (joined) add(*left, node);
    if (joined && first != left) add(*first, node);
    if (!joined) first = &node;
    left = is_word ? &node : nullptr;
    if (pairs.size() >= max_number_pairs) break;
  }
  return pairs.empty() ? Query{} : combine(Query::OP_OR, pairs) * tuning::beside_number;
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
