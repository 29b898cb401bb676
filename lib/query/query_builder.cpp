// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query_builder.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "analysis/written_forms.hpp"
#include "kliping/analysis/other_names.hpp"
#include "kliping/error.hpp"
#include "query/pasted_address.hpp"
#include "query/query_parts.hpp"
#include "query/titles.hpp"
#include "query/tuning.hpp"

namespace kliping {

using Xapian::Query;
namespace prefix = schema::prefix;

namespace {

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// `wanted`, less what is in `unwanted`; an empty list of wishes wishes for everything.
Query without(const Query& wanted, const Query& unwanted) {
  return {Query::OP_AND_NOT, wanted.empty() ? Query::MatchAll : wanted, unwanted};
}

}  // namespace

BuiltQuery QueryBuilder::build(const Node& tree, Operator op) {
  op_ = op == Operator::any ? Operator::any : Operator::all;
  wanted_ = {};
  expansions_.clear();
  terms_ = 0;
  ranked_ = false;
  BuiltQuery built;
  built.query = node(tree);
  built.ranked = ranked_;
  for (auto* list : {&wanted_.roots, &wanted_.words, &wanted_.prefixes, &wanted_.names}) {
    sort_unique(*list);
  }
  built.wanted = std::move(wanted_);
  built.expansions = std::move(expansions_);
  if (op == Operator::automatic && tree.children.size() > 1) relax(tree, built);
  return built;
}

Xapian::Query QueryBuilder::node(const Node& tree) {
  switch (tree.kind) {
    case Node::Kind::sequence:
      return list(tree, op_);
    case Node::Kind::all:
      return list(tree, Operator::all);
    case Node::Kind::any:
      return list(tree, Operator::any);
    case Node::Kind::require:
      return node(tree.children.front());
    case Node::Kind::exclude: {
      const bool outer = std::exchange(excluded_, true);
      const Query unwanted = node(tree.children.front());
      excluded_ = outer;
      return unwanted.empty() ? Query{} : without({}, unwanted);
    }
    default:
      return leaf(tree);
  }
}

std::vector<QueryBuilder::Unit> QueryBuilder::units(const Node& tree) {
  const auto& children = tree.children;
  const bool plain = forms_ == Forms::all && synonyms_ == Synonyms::used && !excluded_;
  const auto is_word = [&](const Node& n) {
    return plain && n.kind == Node::Kind::word && n.scope == Scope::anywhere;
  };
  std::vector<Unit> out;
  for (std::size_t i = 0; i < children.size();) {
    const std::size_t first = i++;
    if (!is_word(children[first])) {
      out.push_back({{&children[first]}, {}});
      continue;
    }
    // Names do not reach across OR.
    const bool joined = tree.kind != Node::Kind::any;
    while (joined && i < children.size() && is_word(children[i])) ++i;
    add_named(children, first, i, out);
  }
  return out;
}

/// Other names of the words in `tokens_`, by where they begin, the longest first. Names that the
/// archive gives to words of which the built-in table has names are left out.
std::vector<OtherName> QueryBuilder::names_of(std::string_view text) const {
  std::vector<OtherName> names = other_names(text, tokens_.tokens);
  const std::size_t tabled = names.size();
  for (OtherName& name : learned_.of(text, tokens_.tokens)) {
    const bool known = std::any_of(names.begin(), names.begin() + tabled, [&](const auto& other) {
      return other.first == name.first && other.last == name.last;
    });
    if (!known) names.push_back(std::move(name));
  }
  for (OtherName& form : written_forms(text, tokens_.tokens)) names.push_back(std::move(form));
  std::stable_sort(names.begin(), names.end(), [](const OtherName& a, const OtherName& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  return names;
}

/// Appends the words [first, last) as units: a stretch of words that has another name is one unit,
/// any other word a unit by itself.
void QueryBuilder::add_named(const std::vector<Node>& words, std::size_t first, std::size_t last,
                             std::vector<Unit>& out) {
  const char* const begin = words[first].text.data();
  const std::string_view end = words[last - 1].text;
  const std::string_view text{begin, static_cast<std::size_t>(end.data() - begin) + end.size()};
  analyzer_.analyze_query(text, tokens_);
  const auto& tokens = tokens_.tokens;
  std::size_t next = first;
  const auto word_at = [&](std::size_t token) {
    std::size_t word = first;
    while (word + 1 < last && words[word + 1].text.data() <= begin + tokens[token].span.begin)
      ++word;
    return word;
  };
  const auto begins_word = [&](std::size_t token) {
    return token == tokens.size() || token == 0 || word_at(token) != word_at(token - 1);
  };
  for (OtherName& name : names_of(text)) {
    // A name must be whole words: a part of a hyphenated word is none.
    if (!begins_word(name.first) || !begins_word(name.last)) continue;
    const std::size_t from = word_at(name.first);
    const std::size_t to = word_at(name.last - 1) + 1;
    const bool again = !out.empty() && out.back().nodes.front() == &words[from] &&
                       out.back().nodes.back() == &words[to - 1];
    if (from < next && !again) continue;
    for (; next < from; ++next) out.push_back({{&words[next]}, {}});
    if (!again) out.emplace_back();
    for (; next < to; ++next) out.back().nodes.push_back(&words[next]);
    expansions_.push_back({std::string{words[from].text.data(),
                                       words[to - 1].text.data() + words[to - 1].text.size()},
                           fmt::format("{}", fmt::join(name.words, " ")), name.articles,
                           name.kind});
    out.back().names.push_back(std::move(name.words));
  }
  for (; next < last; ++next) out.push_back({{&words[next]}, {}});
}

/// A unit's words, or any of its other names.
Xapian::Query QueryBuilder::unit(const Unit& unit, Operator op) {
  std::vector<Query> parts;
  for (const Node* const child : unit.nodes) {
    Query part = node(*child);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  Query own = combine(op == Operator::any ? Query::OP_OR : Query::OP_AND, parts);
  if (unit.names.empty()) return own;
  std::vector<Query> alternatives{std::move(own)};
  for (const auto& name : unit.names) {
    // The words of a long form weigh as one word together: their sum would outweigh the short form.
    alternatives.push_back(other_name(name) *
                           (tuning::other_name / static_cast<double>(name.size())));
  }
  return combine(Query::OP_OR, alternatives);
}

Xapian::Query QueryBuilder::other_name(const std::vector<std::string>& name) {
  std::string text;
  for (const std::string& word : name) text += (text.empty() ? "" : " ") + word;
  Query query = phrase(text, Scope::anywhere, 0);
  wanted_.names.push_back(std::move(text));
  return query;
}

/// A title beside a name is welcome, but not asked for: articles mostly leave it out.
bool QueryBuilder::is_optional(const Unit& unit) {
  const Node& node = *unit.nodes.front();
  return unit.nodes.size() == 1 && node.kind == Node::Kind::word && is_title(node.text);
}

/// Joins what stands side by side. Exclusions and filters hold whatever joins the words: with
/// --op=or, too, `a b -c sumber:x` finds no article with c, and only articles of x.
Xapian::Query QueryBuilder::list(const Node& tree, Operator op) {
  const bool alternatives = tree.kind == Node::Kind::any;
  std::vector<Query> wanted, welcome, required, filters, unwanted;
  for (const Unit& one : units(tree)) {
    const Node& child = *one.nodes.front();
    if (child.kind == Node::Kind::exclude && !alternatives) {
      const bool outer = std::exchange(excluded_, true);
      unwanted.push_back(node(child.children.front()));
      excluded_ = outer;
      continue;
    }
    Query part = unit(one, op);
    if (part.empty()) continue;
    const bool filter = child.kind == Node::Kind::filter || child.kind == Node::Kind::dates;
    if (filter && !alternatives) {
      filters.push_back(std::move(part));
    } else if (child.kind == Node::Kind::require && !alternatives) {
      required.push_back(std::move(part));
    } else if (op == Operator::all && is_optional(one)) {
      welcome.push_back(std::move(part));
    } else {
      wanted.push_back(std::move(part));
    }
  }
  if (op == Operator::all) {
    Query amounts = beside_numbers(tree);
    if (!amounts.empty()) welcome.push_back(std::move(amounts));
  }
  std::erase_if(unwanted, [](const Query& q) { return q.empty(); });
  if (wanted.empty()) wanted.swap(welcome);
  Query result = combine(op == Operator::any ? Query::OP_OR : Query::OP_AND, wanted);
  if (!welcome.empty()) result = {Query::OP_AND_MAYBE, result, combine(Query::OP_OR, welcome)};
  if (!required.empty()) {
    const Query must = combine(Query::OP_AND, required);
    const auto joint = op == Operator::any ? Query::OP_AND_MAYBE : Query::OP_AND;
    result = result.empty() ? must : Query{joint, must, result};
  }
  if (!filters.empty()) {
    const Query filter = combine(Query::OP_AND, filters);
    result = result.empty() ? filter : Query{Query::OP_FILTER, result, filter};
  }
  if (!unwanted.empty()) result = without(result, combine(Query::OP_OR, unwanted));
  return result;
}

Xapian::Query QueryBuilder::leaf(const Node& tree) {
  switch (tree.kind) {
    case Node::Kind::exact_word:
      return words(tree, Forms::exact);
    case Node::Kind::prefix:
      return prefix(tree);
    case Node::Kind::phrase:
      require_positions(tree);
      return phrase(tree.text, tree.scope, tree.distance);
    case Node::Kind::near:
      return near(tree);
    case Node::Kind::pattern:
    case Node::Kind::fuzzy:
      return pattern(tree);
    case Node::Kind::filter:
      return filter_query(tree.field, tree.text) * 0.0;
    case Node::Kind::dates:
      return date_query(tree.dates) * 0.0;
    default:
      return words(tree, forms_);
  }
}

/// One word of the query may be several tokens. Tokens inside the span of another one are the parts
/// of a glued word: an article has to have the whole, or all of the parts.
Xapian::Query QueryBuilder::words(const Node& tree, Forms forms) {
  analyzer_.analyze_query(tree.text, tokens_);
  charge(tokens_.tokens.size());
  std::vector<Query> units, signs;
  const auto& tokens = tokens_.tokens;
  for (std::size_t i = 0; i < tokens.size();) {
    const Token& whole = tokens[i];
    if (is_sign(whole)) {
      signs.push_back(word(whole, tree.scope, forms));
      ++i;
      continue;
    }
    const std::size_t first_part = ++i;
    while (i < tokens.size() && tokens[i].span.end <= whole.span.end) ++i;
    Query unit = word(whole, tree.scope, forms);
    const Query apart = parts({tokens.begin() + first_part, tokens.begin() + i}, tree.scope, forms);
    if (!apart.empty()) unit = Query{Query::OP_OR, unit, apart};
    units.push_back(std::move(unit));
  }
  Query said = combine(op_ == Operator::any ? Query::OP_OR : Query::OP_AND, units);
  // An address among words: the article there, or one that names the site.
  if (tree.scope == Scope::anywhere && !pasted_address(tree.text).empty())
    said = combine(Query::OP_OR, {said, filter_query(schema::Field::url, tree.text) * 0.0});
  if (signs.empty() || op_ == Operator::any) return said;
  return {Query::OP_FILTER, said, combine(Query::OP_AND, signs)};
}

/// All parts of a glued word. If one is a single letter, which nearly every article has somewhere,
/// the parts must stand side by side: `U-23`.
Xapian::Query QueryBuilder::parts(std::span<const Token> tokens, Scope scope, Forms forms) {
  const bool vague =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.word.size() == 1; });
  std::vector<Query> all;
  if (!vague) {
    for (const Token& token : tokens) all.push_back(word(token, scope, forms));
    return combine(op_ == Operator::any ? Query::OP_OR : Query::OP_AND, all);
  }
  if (positions_ == Positions::dropped) return {};
  std::vector<std::string> shown;
  std::vector<BodyScope::Alternatives> steps;
  for (const Token& token : tokens) {
    shown.emplace_back(token.word);
    steps.push_back({shown.back()});
  }
  if (!excluded_) wanted_.phrases.push_back(std::move(shown));
  return standing(steps, scope, static_cast<Xapian::termcount>(steps.size()));
}

Xapian::Query QueryBuilder::word(const Token& token, Scope scope, Forms forms) {
  const bool title = scope == Scope::title;
  const Query exact{term(title ? prefix::title : "", token.word)};
  ranked_ = true;
  if (forms == Forms::exact) {
    if (!excluded_) wanted_.words.emplace_back(token.word);
    return within(scope, exact, "", prefix::title, token.word);
  }
  const Query root{term(title ? prefix::title_root : prefix::root, token.root)};
  const Query found = within(scope, root, prefix::root, prefix::title_root, token.root);
  if (excluded_) return found;
  wanted_.roots.emplace_back(token.root);
  return {Query::OP_AND_MAYBE, found, exact * tuning::exact_form};
}

/// What finds a word anywhere or in titles, limited to `scope` where that is the body.
Query QueryBuilder::within(Scope scope, const Query& wanted, std::string_view prefix,
                           std::string_view title_prefix, std::string_view word) const {
  if (scope != Scope::body) return wanted;
  return bodies_.having(wanted, term(prefix, word), term(title_prefix, word));
}

/// Builds the relaxed query: each optional unit gives its relevance and `coordination_weight` to
/// the articles that have it. What was demanded, excluded or filtered stays as it is.
void QueryBuilder::relax(const Node& tree, BuiltQuery& built) {
  terms_ = 0;
  // Xapian's release() leaves the object to the queries that refer to it.
  const Query constant{(new Xapian::FixedWeightPostingSource(coordination_weight))->release()};
  std::vector<Query> optional;
  Node rest{.kind = Node::Kind::sequence};
  for (const Unit& one : units(tree)) {
    const Node& child = *one.nodes.front();
    const bool bound = child.kind == Node::Kind::exclude || child.kind == Node::Kind::require ||
                       child.kind == Node::Kind::filter || child.kind == Node::Kind::dates;
    if (bound) {
      rest.children.push_back(child);
      continue;
    }
    if (is_optional(one)) continue;
    Query part = unit(one, Operator::all);
    if (part.empty()) continue;
    optional.emplace_back(Query::OP_AND, part, constant);
  }
  if (optional.size() < 2) return;
  built.optional_count = optional.size();
  Query relaxed = combine(Query::OP_OR, optional);
  const Query bound = node(rest);
  if (!bound.empty()) relaxed = Query{Query::OP_AND, relaxed, bound};
  built.relaxed = std::move(relaxed);
}

void QueryBuilder::charge(std::size_t terms) {
  terms_ += terms;
  if (terms_ <= max_query_terms) return;
  throw Error(message("the query has more than {} words", max_query_terms),
              message("give it the words that matter most"));
}

}  // namespace kliping
