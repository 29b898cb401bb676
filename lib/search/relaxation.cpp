// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/relaxation.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace kliping {

namespace {

using Xapian::Query;

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

/// Of the word itself, not of its other names: any order of the words finds the same.
Xapian::doccount frequency(const Xapian::Database& database, const Query& part) {
  const auto term = part.get_terms_begin();
  return term == part.get_terms_end() ? 0 : database.get_termfreq(*term);
}

Query any_of(const Xapian::Database& database, std::vector<Query> words, std::size_t least) {
  std::vector<std::pair<Xapian::doccount, std::size_t>> order;
  for (std::size_t i = 0; i < words.size(); ++i)
    order.emplace_back(frequency(database, words[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<Query> rare, frequent;
  for (std::size_t i = 0; i < order.size(); ++i) {
    (i + least <= order.size() ? rare : frequent).push_back(std::move(words[order[i].second]));
  }
  return {Query::OP_AND_MAYBE, Query{Query::OP_OR, rare.begin(), rare.end()},
          Query{Query::OP_OR, frequent.begin(), frequent.end()}};
}

}  // namespace

Query with_at_least(const Xapian::Database& database, const Query& relaxed, std::size_t least) {
  if (least < 2) return relaxed;
  std::vector<Query> parts = parts_of(relaxed);
  if (relaxed.get_type() == Query::OP_OR) return any_of(database, std::move(parts), least);
  // What else must be there, and filters, stand behind the words.
  if (!parts.empty()) parts.front() = with_at_least(database, parts.front(), least);
  return {relaxed.get_type(), parts.begin(), parts.end()};
}

}  // namespace kliping
