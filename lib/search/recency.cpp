// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/recency.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/query_builder.hpp"
#include "search/pruning.hpp"

namespace kliping {

namespace {

/// Articles older than this differ by relevance only; otherwise their scores would all become 0.
constexpr double most_half_lives = 10;
/// The first look is at so many times the wanted matches, and at `first_least` at least. Mostly
/// that is enough.
constexpr std::size_t first_factor = 8;
constexpr std::size_t first_least = 256;

/// More than the rounding of scores can change.
constexpr double rounding_margin = 1e-3;

struct Aged {
  Match match;
  std::string date;
  std::string identity;
};

/// The score after the loss by age. In a relaxed query the number of words that were found, which
/// is a part of the score, loses nothing.
double aged(double score, double kept) {
  const double relevance = std::fmod(score, coordination_weight);
  return score - relevance + rounded_score(relevance) * kept;
}

std::vector<Aged> fetch(const Xapian::Database& database, const Question& question,
                        const Recency& recency, std::size_t size) {
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  enquire.set_sort_by_relevance_then_value(static_cast<Xapian::valueno>(schema::Slot::date), true);
  const auto articles = database.get_doccount();
  const Xapian::MSet set = enquire.get_mset(0, static_cast<Xapian::doccount>(size),
                                            is_pruned_right(question.query) ? 0 : articles);
  std::vector<Aged> matches;
  matches.reserve(set.size());
  for (auto i = set.begin(); i != set.end(); ++i) {
    if (rounded_score(i.get_weight()) < question.cutoff) break;
    std::string date = i.get_sort_key();
    const double score = aged(i.get_weight(), kept_by_age(recency, date));
    matches.push_back({{*i, 0, score}, std::move(date), {}});
  }
  return matches;
}

bool before(const Aged& a, const Aged& b) {
  return std::tie(b.match.score, b.date, a.identity) < std::tie(a.match.score, a.date, b.identity);
}

bool equal(const Aged& a, const Aged& b) {
  return a.match.score == b.match.score && a.date == b.date;
}

void settle_equals(const Xapian::Database& database, std::vector<Aged>& matches,
                   std::size_t wanted) {
  for (std::size_t begin = 0; begin < std::min(wanted, matches.size());) {
    std::size_t end = begin + 1;
    while (end < matches.size() && equal(matches[begin], matches[end])) ++end;
    for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
      matches[i].identity = value_of(database, matches[i].match.document, schema::Slot::identity);
    }
    std::sort(matches.begin() + static_cast<std::ptrdiff_t>(begin),
              matches.begin() + static_cast<std::ptrdiff_t>(end), before);
    begin = end;
  }
}

}  // namespace

double kept_by_age(const Recency& recency, const std::string& date) {
  double half_lives = most_half_lives;
  if (!date.empty()) {
    const std::int64_t age = std::max<std::int64_t>(0, recency.now - schema::from_sort_key(date));
    half_lives = static_cast<double>(age) / static_cast<double>(recency.half_life_seconds);
  }
  return std::exp2(-std::min(half_lives, most_half_lives));
}

std::vector<Match> most_recent_first(const Xapian::Database& database, const Question& question,
                                     const Recency& recency, std::size_t wanted) {
  const std::size_t articles = database.get_doccount();
  const std::size_t size =
      std::min(articles, std::max(std::min(wanted, articles) * first_factor, first_least));
  std::vector<Aged> matches = fetch(database, question, recency, size);
  std::sort(matches.begin(), matches.end(), before);
  if (matches.size() == size && size < articles && wanted < size) {
    // Age only lowers scores. Whatever belongs before the last wanted match has at least its score.
    const double least = matches[wanted - 1].match.score - rounding_margin;
    matches =
        fetch(database, {question.query, std::max(question.cutoff, least)}, recency, articles);
    std::sort(matches.begin(), matches.end(), before);
  }
  settle_equals(database, matches, wanted);
  std::vector<Match> first;
  for (std::size_t i = 0; i < std::min(wanted, matches.size()); ++i)
    first.push_back(matches[i].match);
  return first;
}

}  // namespace kliping
