// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/request.hpp"

#include <fmt/format.h>

#include <map>

#include "kliping/error.hpp"
#include "search/read_query.hpp"

namespace kliping::searcher {

namespace {

using Xapian::Query;

Query one_filter(schema::Field field, const std::string& value, Today today) {
  if (field != schema::Field::date) return filter_query(field, value);
  const auto range = parse_date_range(value, today);
  if (const auto* days = std::get_if<DateRange>(&range)) return date_query(*days);
  const DateHelp help = explain(std::get<DateFault>(range), value);
  throw Error(message("--filter=date={}: {}", value, help.what), help.hint);
}

QueryOptions query_options(const Options& options) {
  return {options.syntax, options.op, options.forms, options.synonyms, options.today};
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
  return read_query(query, query_options(options), archive);
}

BuiltQuery build(const Node& tree, const Options& options, Archive& archive) {
  BuiltQuery built = build_query(tree, query_options(options), archive);
  const Query filter = filters_of(options);
  // Facets without a query or filter are those of the whole archive.
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
