// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "kliping/schema.hpp"
#include "query/tuning.hpp"
#include "search/bm25.hpp"

namespace kliping {

namespace {

/// A root of the best articles.
struct Candidate {
  std::string term;
  /// Of the best that have it.
  double articles = 0;
  /// Occurrences in them, saturated as BM25 does with k1 = 1.
  double occurrences = 0;
  /// Of all that have it.
  double matching = 0;
  double weight = 0;
};

using Candidates = std::map<std::string, Candidate>;

/// Roots only: surface forms would count every inflection again, `ZS` every title.
void add_roots(const Xapian::Database& database, Xapian::docid document, Candidates& roots) {
  const double length = database.get_doclength(document) / database.get_avlength();
  const auto end = database.termlist_end(document);
  auto term = database.termlist_begin(document);
  for (term.skip_to(std::string{schema::prefix::root}); term != end; ++term) {
    std::string name = *term;
    if (!name.starts_with(schema::prefix::root)) break;
    const bool other_prefix = name.size() < 3 || (name[1] >= 'A' && name[1] <= 'Z');
    if (other_prefix) continue;
    Candidate& root = roots[name];
    root.term = std::move(name);
    root.articles += 1;
    root.occurrences += 2 * term.get_wdf() / (length + term.get_wdf());
  }
}

/// Robertson and Sparck Jones (1976): a term of `matching` among `all` articles that is in so many
/// of the `best`.
double weight_of(const Candidate& root, double best, double all) {
  const double odds = (root.articles + 0.5) * (all - best - root.matching + root.articles + 0.5) /
                      ((best - root.articles + 0.5) * (root.matching - root.articles + 0.5));
  return root.occurrences * std::log(odds < 2 ? odds / 2 + 1 : odds);
}

/// The first `most` of `roots` by `before`.
template <typename Before>
void keep_first(std::vector<Candidate>& roots, std::size_t most, Before before) {
  const auto end = roots.begin() + static_cast<std::ptrdiff_t>(std::min(most, roots.size()));
  std::partial_sort(roots.begin(), end, roots.end(), before);
  roots.erase(end, roots.end());
}

/// What may set the best articles apart, before anything is known of other articles: roots that
/// several of them share, those that fill them most. Each one costs a look-up of its frequency.
std::vector<Candidate> candidates(Candidates& roots, const Xapian::Query& query) {
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term) {
    roots.erase(*term);
  }
  std::vector<Candidate> shared;
  for (auto& [term, root] : roots) {
    if (root.articles > 1) shared.push_back(std::move(root));
  }
  keep_first(shared, tuning::feedback_candidates, [](const Candidate& a, const Candidate& b) {
    return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.term < b.term;
  });
  // Look-ups in the order of the index meet the same block again.
  std::sort(shared.begin(), shared.end(),
            [](const Candidate& a, const Candidate& b) { return a.term < b.term; });
  return shared;
}

/// Matches that score the same stay as they were if they did so before.
void seat_again(const Xapian::Database& database, const std::vector<Seat>& seats,
                std::span<Match> matches) {
  struct Ranked {
    Match match;
    double before;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(matches.size());
  for (Match& match : matches) ranked.push_back({std::move(match), match.score});
  for (const Seat& seat : seats) {
    Match& match = ranked[seat.place].match;
    match.score = rounded_score(match.score + seat.weight);
    match.has_feedback = seat.weight > 0;
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.match.score > b.match.score; });
  for (std::size_t i = 0; i < ranked.size(); ++i) matches[i] = std::move(ranked[i].match);
  for (std::size_t begin = 0; begin < ranked.size();) {
    std::size_t end = begin + 1;
    bool alike = true;
    for (; end < ranked.size() && matches[end].score == matches[begin].score; ++end) {
      alike = alike && ranked[end].before == ranked[begin].before;
    }
    if (!alike) settle_equals(database, matches.subspan(begin, end - begin));
    begin = end;
  }
  for (std::size_t i = 0; i < matches.size(); ++i) matches[i].rank = i + 1;
}

}  // namespace

Feedback::Feedback(const Xapian::Database& database, const Xapian::Query& query,
                   const std::vector<Xapian::docid>& best) {
  Candidates found;
  for (const Xapian::docid document : best) add_roots(database, document, found);
  std::vector<Candidate> roots = candidates(found, query);
  const double all = database.get_doccount();
  for (Candidate& root : roots) {
    root.matching = database.get_termfreq(root.term);
    root.weight = weight_of(root, static_cast<double>(best.size()), all);
  }
  keep_first(roots, tuning::feedback_terms, [](const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  for (Candidate& root : roots) {
    const double share = root.weight / roots.front().weight;
    roots_.push_back({std::move(root.term), root.matching, tuning::feedback * share});
  }
}

void Feedback::rank(const Xapian::Database& database, std::span<Match> matches) const {
  if (roots_.empty() || matches.empty()) return;
  std::vector<Seat> seats;
  seats.reserve(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) seats.push_back({matches[i].document, i});
  prepare(database, seats);
  for (const Root& root : roots_)
    add_weights(database, root.term, root.articles, root.factor, seats);
  seat_again(database, seats, matches);
}

Xapian::Query Feedback::query() const {
  std::vector<Xapian::Query> terms;
  for (const Root& root : roots_) terms.push_back(Xapian::Query{root.term} * root.factor);
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace kliping
