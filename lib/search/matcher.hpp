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
  /// Too few articles have every word: behind those stand such as have at least half of them.
  bool relaxed = false;
  /// Of `total`, when relaxed: the articles that have every word.
  std::size_t complete = 0;
  /// What `Window::counted` asks for.
  std::vector<ValueCounts> values{};
  /// The query as it was run, and what feedback added for those matches that have some of it:
  /// together they give the scores of the page, less what age took.
  Question question{};
  Xapian::Query feedback{};
};

/// A relaxed page by relevance follows where fewer articles than this have every word; by date or
/// field, where none has. Chosen by measurement: docs/decisions.md.
inline constexpr std::size_t enough_complete = 10;

/// Runs a query. Whether it is relaxed hangs on query, order and database alone, never on the
/// page, so that every page and count of it agree. All of it is the same however the articles are
/// spread over databases and servers.
Matches match(const Searched& searched, const BuiltQuery& query, const Window& window);

/// All that is said of a match but its extract.
Hit hit_of(const Xapian::Database& database, const Match& match);

/// The identity of an indexed article, without touching the stored article where that can be.
std::string identity_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping
