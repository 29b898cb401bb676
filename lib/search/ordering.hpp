// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/searched.hpp"
#include "search/window.hpp"

namespace kliping {

struct Match {
  Xapian::docid document = 0;
  /// From 1, over all matches.
  std::size_t rank = 0;
  /// Rounded: see `rounded_score`.
  double score = 0;
  /// Whether feedback added to the score.
  bool has_feedback = false;
  /// Near-duplicates that stand behind this one, in the order of their ranks.
  std::vector<Xapian::docid> duplicates{};
};

/// What is asked of the database: a query, and the score below which an article does not match.
/// Xapian is not told that score (`pruning.hpp` says why), so its matches have to be compared with
/// it.
struct Question {
  Xapian::Query query;
  double cutoff = 0;
};

/// A score as it is compared and printed, to four decimals. Xapian adds the same weights in another
/// order for another set of shards, so that the last bits of the sum differ.
double rounded_score(double score);

/// A Xapian::Enquire with the weighting scheme of this program.
Xapian::Enquire weighed_enquiry(const Xapian::Database& database, const Question& question);

/// Whether scores mean anything: a query of filters alone ranks nothing.
enum class Scores : std::uint8_t { absent, present };

struct Ordered {
  std::vector<Match> matches;
  /// The number of all matches, if it was learned on the way; exact if below `check_at_least`.
  std::optional<std::size_t> estimated;
};

/// The first `wanted` matches in the window's order. Of equal scores the newest comes first, and
/// what is still equal goes by identity, so that the order is the same however the articles are
/// spread over databases and servers.
Ordered first_matches(const Searched& searched, const Question& question, const Window& window,
                      Scores scores, std::size_t wanted, std::size_t check_at_least = 0);

/// Orders the matches of each group, whose scores are equal: the newest first, then by identity.
void settle_equals(const Searched& searched, const std::vector<std::span<Match>>& groups);

/// Does the same to matches that are ordered by score, for all equal scores among the first
/// `wanted`.
void settle_each_score(const Searched& searched, std::span<Match> matches, std::size_t wanted);

}  // namespace kliping
