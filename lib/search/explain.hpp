// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "search/matcher.hpp"

namespace kliping {

/// What one term, phrase or other part of a query adds to an article's score.
struct ScorePart {
  /// `root korea`, `word korea`, `title root korea`, a phrase or a group as Xapian writes it.
  std::string what;
  double weight = 0;
};

/// The parts of the score of each article of the page, the greatest first; they add up to it. Asks
/// the database once for each part of the query, which servers can answer, too.
std::map<Xapian::docid, std::vector<ScorePart>> explain_scores(const Xapian::Database& database,
                                                               const Matches& matches);

}  // namespace kliping
