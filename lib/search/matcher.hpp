// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "kliping/search.hpp"
#include "query/query_builder.hpp"
#include "search/counting.hpp"
#include "search/ordering.hpp"
#include "search/searched.hpp"

namespace kliping {

struct Matches {
  std::vector<Match> page;
  std::size_t total = 0;
  /// Whether too few articles have every word: then articles with at least half of them follow.
  bool relaxed = false;
  /// When relaxed, how many of `total` have every word.
  std::size_t complete = 0;
  /// What `Window::counted` asks for.
  std::vector<ValueCounts> values{};
  /// The query as it was run, and the terms that feedback added to it. Together they give the
  /// scores of the page, before the loss by age.
  Question question{};
  Xapian::Query feedback{};
};

/// A query in order of relevance is relaxed if fewer articles than this have every word; in order
/// of date or field, if none has. Chosen by measurement: docs/decisions.md.
inline constexpr std::size_t enough_complete = 10;

/// Runs a query. Whether it is relaxed depends on the query, the order and the database, never on
/// the page, so that all pages and counts agree. The result is the same however the articles are
/// spread over databases and servers.
Matches match(const Searched& searched, const BuiltQuery& query, const Window& window);

/// The match as a hit, still without extract.
Hit hit_of(const Xapian::Database& database, const Match& match);

/// The identity of an indexed article, without touching the stored article where that can be.
std::string identity_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping
