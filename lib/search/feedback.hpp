// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "search/ordering.hpp"

namespace kliping {

/// What the best articles of a short query have in common, by which its matches are ranked again:
/// pseudo relevance feedback by the probabilistic weight of Robertson and Sparck Jones (1976);
/// figures in docs/ranking.md.
class Feedback {
 public:
  /// Chooses those roots of `best` that distinguish these articles from the others, and that
  /// `query` does not ask for already.
  Feedback(const Searched& searched, const Xapian::Query& query,
           const std::vector<Xapian::docid>& best);

  /// Adds to the score of each match the weights of the roots in it, and sorts the matches again.
  /// Only the first `wanted` are in order afterwards; the others stand behind them in any order.
  void rank(const Searched& searched, std::span<Match> matches, std::size_t wanted) const;

  /// The roots with their weights as a query, by which scores can be explained; empty without
  /// roots.
  Xapian::Query query() const;

 private:
  struct Root {
    std::string term;
    /// Articles that have it.
    double articles = 0;
    /// What it counts beside a word of the query.
    double factor = 0;
    /// What it can add to a score at most.
    double most = 0;
  };

  std::vector<Root> roots_;
};

}  // namespace kliping
