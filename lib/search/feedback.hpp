// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

#include "search/ordering.hpp"

namespace kliping {

/// Pseudo relevance feedback: the matches of a short query are ranked again by what the best of
/// them have in common. Roots are chosen by the probabilistic weight of Robertson and Sparck Jones
/// (1976). docs/ranking.md has the figures.
class Feedback {
 public:
  /// Chooses the roots that distinguish the articles `best` from the others and that `query` does
  /// not ask for already.
  Feedback(const Searched& searched, const Xapian::Query& query,
           const std::vector<Xapian::docid>& best);

  /// Adds the weights of the roots that a match has to its score, and sorts the matches again. Only
  /// the first `wanted` are in order afterwards; the others follow in any order.
  void rank(const Searched& searched, std::span<Match> matches, std::size_t wanted) const;

  /// The roots with their weights as a query, by which scores can be explained; empty if none were
  /// chosen.
  Xapian::Query query() const;

 private:
  struct Root {
    std::string term;
    /// How many articles have it.
    double articles = 0;
    /// What it counts compared with a word of the query.
    double factor = 0;
    /// The most that it can add to a score.
    double most = 0;
  };

  std::vector<Root> roots_;
};

}  // namespace kliping
