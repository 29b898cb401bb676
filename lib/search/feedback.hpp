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
  /// Of the roots of `best`, those that set these articles apart from the others and that `query`
  /// does not ask for already.
  Feedback(const Searched& searched, const Xapian::Query& query,
           const std::vector<Xapian::docid>& best);

  /// Adds to each match what the roots weigh in it, and puts the matches in order again, as far as
  /// the first `wanted`: the others stand somewhere behind them.
  void rank(const Searched& searched, std::span<Match> matches, std::size_t wanted) const;

  /// The roots as they count, for an account of scores. Empty without any.
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
