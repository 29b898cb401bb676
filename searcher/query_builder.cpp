// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query_builder.hpp"

#include <algorithm>
#include <utility>

#include "searcher/tuning.hpp"

namespace kliping::searcher {

namespace {

using Xapian::Query;

constexpr Xapian::termcount max_prefix_expansion = 1000;

std::string term(std::string_view prefix, std::string_view word) {
  return std::string{prefix}.append(word);
}

Query combine(Query::op op, const std::vector<Query>& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

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
  ranked_ = false;
  BuiltQuery built;
  built.query = node(tree);
  built.ranked = ranked_;
  for (auto* list : {&wanted_.roots, &wanted_.words, &wanted_.prefixes}) sort_unique(*list);
  built.wanted = std::move(wanted_);
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

/// Joins what stands side by side. Exclusions and filters bind whatever joins the words: under OR
/// `a b -c sumber:x` is still no article with c, and only those of x.
Xapian::Query QueryBuilder::list(const Node& tree, Operator op) {
  const bool alternatives = tree.kind == Node::Kind::any;
  std::vector<Query> wanted, required, filters, unwanted;
  for (const Node& child : tree.children) {
    if (child.kind == Node::Kind::exclude && !alternatives) {
      const bool outer = std::exchange(excluded_, true);
      unwanted.push_back(node(child.children.front()));
      excluded_ = outer;
      continue;
    }
    Query part = node(child);
    if (part.empty()) continue;
    const bool filter = child.kind == Node::Kind::filter || child.kind == Node::Kind::dates;
    if (filter && !alternatives) {
      filters.push_back(std::move(part));
    } else if (child.kind == Node::Kind::require && !alternatives) {
      required.push_back(std::move(part));
    } else {
      wanted.push_back(std::move(part));
    }
  }
  std::erase_if(unwanted, [](const Query& q) { return q.empty(); });
  Query result = combine(op == Operator::any ? Query::OP_OR : Query::OP_AND, wanted);
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
      return phrase(tree);
    case Node::Kind::filter:
      return filter_query(tree.field, tree.text) * 0.0;
    case Node::Kind::dates:
      return date_query(tree.dates) * 0.0;
    default:
      return words(tree, forms_);
  }
}

/// One word of the query may hold several tokens. Those inside the span of another (the parts of
/// a glued word) are its alternative: the whole, or all of its parts.
Xapian::Query QueryBuilder::words(const Node& tree, Forms forms) {
  analyzer_.analyze_query(tree.text, tokens_);
  std::vector<Query> units;
  const auto& tokens = tokens_.tokens;
  for (std::size_t i = 0; i < tokens.size();) {
    const Token& whole = tokens[i++];
    std::vector<Query> parts;
    for (; i < tokens.size() && tokens[i].span.end <= whole.span.end; ++i) {
      parts.push_back(word(tokens[i], tree.scope, forms));
    }
    Query unit = word(whole, tree.scope, forms);
    const auto joint = op_ == Operator::any ? Query::OP_OR : Query::OP_AND;
    if (!parts.empty()) unit = Query{Query::OP_OR, unit, combine(joint, parts)};
    units.push_back(std::move(unit));
  }
  return combine(op_ == Operator::any ? Query::OP_OR : Query::OP_AND, units);
}

Xapian::Query QueryBuilder::word(const Token& token, Scope scope, Forms forms) {
  const bool title = scope == Scope::title;
  const Query exact{term(title ? schema::prefix::title : "", token.word)};
  ranked_ = true;
  if (forms == Forms::exact) {
    if (!excluded_) wanted_.words.emplace_back(token.word);
    return exact;
  }
  const Query root{term(title ? schema::prefix::title_root : schema::prefix::root, token.root)};
  if (excluded_) return root;
  wanted_.roots.emplace_back(token.root);
  return {Query::OP_AND_MAYBE, root, exact * tuning::exact_form};
}

/// The very words, in a row, in the title or in the body. Tokens at one position (a glued word
/// and its first part) are alternatives there.
Xapian::Query QueryBuilder::phrase(const Node& tree) {
  analyzer_.analyze_query(tree.text, tokens_);
  const auto& tokens = tokens_.tokens;
  if (tokens.empty()) return {};
  const std::string_view prefix = tree.scope == Scope::title ? schema::prefix::title : "";
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
    if (shown.size() == 1) {
      wanted_.words.push_back(shown.front());
    } else {
      wanted_.phrases.push_back(shown);
    }
  }
  if (steps.size() == 1) return steps.front();
  const Xapian::termcount window = tokens.back().position - tokens.front().position + 1;
  return {Query::OP_PHRASE, steps.begin(), steps.end(), window};
}

Xapian::Query QueryBuilder::prefix(const Node& tree) {
  const std::string folded = fold(tree.text);
  const std::string_view field = tree.scope == Scope::title ? schema::prefix::title : "";
  ranked_ = true;
  if (!excluded_) wanted_.prefixes.push_back(folded);
  return {Query::OP_WILDCARD, term(field, folded), max_prefix_expansion,
          Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM};
}

/// Each optional unit counts once as relevance and once as `coordination_weight`, which only the
/// articles that have it receive.
void QueryBuilder::relax(const Node& tree, BuiltQuery& built) {
  std::vector<Query> optional, counted;
  Node rest{.kind = Node::Kind::sequence};
  for (const Node& child : tree.children) {
    const bool bound = child.kind == Node::Kind::exclude || child.kind == Node::Kind::require ||
                       child.kind == Node::Kind::filter || child.kind == Node::Kind::dates;
    if (bound) {
      rest.children.push_back(child);
      continue;
    }
    Query unit = node(child);
    if (unit.empty()) continue;
    const Query constant{new Xapian::FixedWeightPostingSource(coordination_weight)};
    counted.emplace_back(Query::OP_FILTER, constant, unit);
    optional.push_back(std::move(unit));
  }
  if (optional.size() < 2) return;
  built.optional_count = optional.size();
  optional.insert(optional.end(), counted.begin(), counted.end());
  Query relaxed = combine(Query::OP_OR, optional);
  const Query bound = node(rest);
  if (!bound.empty()) relaxed = Query{Query::OP_AND, relaxed, bound};
  built.relaxed = std::move(relaxed);
}

Xapian::Query filter_query(schema::Field field, std::string_view value) {
  if (field == schema::Field::id) return Query{schema::identity_term(value)};
  if (field == schema::Field::url) {
    std::string host = fold(value);
    if (host.starts_with("www.")) host.erase(0, 4);
    return Query{schema::filter_term(schema::prefix::host, host)};
  }
  for (const schema::FieldInfo& info : schema::fields) {
    if (info.field == field && !info.filter_prefix.empty()) {
      return Query{schema::filter_term(info.filter_prefix, value)};
    }
  }
  return Query::MatchNothing;
}

Xapian::Query date_query(const DateRange& range) {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::day);
  if (range.first.empty() && range.last.empty()) return {};
  // Days begin with a digit, so "0" is before all of them, ":" after, and absence before both.
  return {Query::OP_VALUE_RANGE, slot, range.first.empty() ? "0" : range.first,
          range.last.empty() ? ":" : range.last};
}

}  // namespace kliping::searcher
