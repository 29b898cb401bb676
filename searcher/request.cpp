// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/request.hpp"

#include <fmt/format.h>

#include <map>

#include "kliping/error.hpp"
#include "query/vocabulary.hpp"

namespace kliping::searcher {

namespace {

using Xapian::Query;

Query one_filter(schema::Field field, const std::string& value, Today today) {
  if (field != schema::Field::date) return filter_query(field, value);
  const auto range = parse_date_range(value, today);
  if (const auto* days = std::get_if<DateRange>(&range)) return date_query(*days);
  const DateHelp help = explain(std::get<DateFault>(range), value);
  throw Error(fmt::format("--filter=date={}: {}", value, help.what), help.hint);
}

Query filtered(const Query& query, const Query& filter) {
  return query.empty() ? query : Query{Query::OP_FILTER, query, filter};
}

}  // namespace

Query filters_of(const Options& options) {
  std::map<schema::Field, Query> by_field;
  for (const auto& [field, value] : options.filters) {
    Query& alternatives = by_field[field];
    alternatives = alternatives | one_filter(field, value, options.today);
  }
  Query filter = date_query(options.dates);
  for (const auto& [field, query] : by_field) {
    filter = filter.empty() ? query : Query{Query::OP_FILTER, filter, query};
  }
  return filter;
}

Node parse(std::string_view query, const Options& options, Archive& archive) {
  if (options.language == Language::literal) return parse_literal(query);
  Node tree = parse_query(query, options.today);
  // Whoever asks for no pattern learns of a syntax error without a database.
  if (has_patterns(tree)) {
    const Analyzer analyzer = archive.analyzer();
    archive.read(
        [&](const Xapian::Database& database) { expand_patterns(tree, database, analyzer); });
  }
  return tree;
}

BuiltQuery build(const Node& tree, const Options& options, Archive& archive) {
  const Analyzer analyzer = archive.analyzer();
  BuiltQuery built = archive.read([&](const Xapian::Database& database) {
    return QueryBuilder(options.forms, options.synonyms, analyzer, LearnedNames(database))
        .build(tree, options.op);
  });
  const Query filter = filters_of(options);
  // Without a query everything is counted.
  if (filter.empty() && options.task == Task::facets && options.query.empty()) {
    built.query = Query::MatchAll;
  }
  if (filter.empty()) return built;
  if (tree.children.empty()) {
    built.query = Query{Query::OP_FILTER, Query::MatchAll, filter};
  } else {
    built.query = filtered(built.query, filter);
    built.relaxed = filtered(built.relaxed, filter);
  }
  return built;
}

}  // namespace kliping::searcher
