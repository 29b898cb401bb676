// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query_builder.hpp"

namespace kliping::searcher {

/// Relevance: the best first. Date: the newest first, articles without a date last.
enum class Order : std::uint8_t { relevance, date };

/// Reversed dates begin with the oldest; a reversed page of relevance ends with the best.
enum class Direction : std::uint8_t { usual, reversed };

/// Exact totals make the matcher look at every article that matches.
enum class Count : std::uint8_t { estimated, exact };

struct Window {
  std::size_t offset = 0;
  std::size_t limit = 10;
  Order order = Order::relevance;
  Direction direction = Direction::usual;
  Count count = Count::estimated;
};

struct Match {
  Xapian::docid document = 0;
  /// From 1, over all matches.
  std::size_t rank = 0;
  double score = 0;
};

struct Matches {
  std::vector<Match> page;
  std::size_t total = 0;
  /// Too few articles have every word: behind those stand such as have at least half of them.
  bool relaxed = false;
  /// Of `total`, when relaxed: the articles that have every word.
  std::size_t complete = 0;
};

/// A relaxed page by relevance follows where fewer articles than this have every word; by date,
/// where none has. Chosen by measurement: docs/decisions.md.
inline constexpr std::size_t enough_complete = 10;

/// Runs a query. Whether it is relaxed hangs on query, order and database alone, never on the
/// page, so that every page and count of it agree. Equal scores are ordered by date, the newest
/// first, then by identity, so that the order is the same however the articles are spread over
/// databases.
Matches match(const Xapian::Database& database, const BuiltQuery& query, const Window& window);

/// The identity of an indexed article, without touching the stored article where that can be.
std::string identity_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping::searcher
