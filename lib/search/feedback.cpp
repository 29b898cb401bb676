// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

#include "query/tuning.hpp"
#include "search/bm25.hpp"

namespace kliping {

namespace {

/// Articles that cannot reach the page are dropped after every so many roots.
constexpr std::size_t roots_between_drops = 4;

/// A root of the best articles.
struct Candidate {
  std::uint32_t number = 0;
  /// How many of the best articles have it.
  double articles = 0;
  /// Its occurrences in them, saturated as by BM25 with k1 = 1.
  double occurrences = 0;
  /// How many of all articles have it.
  double matching = 0;
  double weight = 0;
};

/// The roots of `articles`, each once, with what these articles tell about them.
std::vector<Candidate> roots_of(const std::vector<const ArticleRoots::Article*>& articles,
                                std::size_t numbers) {
  std::vector<Candidate> found;
  // For each number of a root its place in `found`, from 1; 0 if it is not there.
  std::vector<std::uint32_t> places(numbers);
  for (const ArticleRoots::Article* const article : articles) {
    for (const auto& [number, occurrences] : article->roots) {
      if (places[number] == 0) {
        found.push_back({.number = number});
        places[number] = static_cast<std::uint32_t>(found.size());
      }
      Candidate& root = found[places[number] - 1];
      root.articles += 1;
      root.occurrences += 2 * occurrences / (article->length + occurrences);
    }
  }
  return found;
}

/// The weight of Robertson and Sparck Jones (1976) for a root that is in `root.articles` of the
/// `best` articles, and in `root.matching` of `all`.
double weight_of(const Candidate& root, double best, double all) {
  const double odds = (root.articles + 0.5) * (all - best - root.matching + root.articles + 0.5) /
                      ((best - root.articles + 0.5) * (root.matching - root.articles + 0.5));
  return root.occurrences * std::log(odds < 2 ? odds / 2 + 1 : odds);
}

/// Keeps the first `most` of `roots` in the order of `before`.
template <typename Before>
void keep_first(std::vector<Candidate>& roots, std::size_t most, Before before) {
  const auto end = roots.begin() + static_cast<std::ptrdiff_t>(std::min(most, roots.size()));
  std::partial_sort(roots.begin(), end, roots.end(), before);
  roots.erase(end, roots.end());
}

/// The roots that may distinguish the best articles, by what these alone tell: several of them
/// share the root, and it occurs often in them. Each candidate costs a look-up of its frequency.
std::vector<Candidate> candidates(std::vector<Candidate> roots, const Xapian::Query& query,
                                  const ArticleRoots& known) {
  const std::set<std::string, std::less<>> asked(query.get_unique_terms_begin(),
                                                 query.get_terms_end());
  std::erase_if(roots, [&](const Candidate& root) {
    return root.articles < 2 || asked.contains(known.term(root.number));
  });
  keep_first(roots, tuning::feedback_candidates, [&](const Candidate& a, const Candidate& b) {
    return a.occurrences != b.occurrences ? a.occurrences > b.occurrences
                                          : known.term(a.number) < known.term(b.number);
  });
  // Look-ups in the order of the index meet the same block again.
  std::sort(roots.begin(), roots.end(), [&](const Candidate& a, const Candidate& b) {
    return known.term(a.number) < known.term(b.number);
  });
  return roots;
}

/// Drops the articles that cannot come among the first `wanted` any more: all roots that are left
/// together add at most `left` to a score.
void drop_hopeless(std::span<const Match> matches, double left, std::size_t wanted,
                   std::vector<Seat>& seats) {
  if (seats.size() <= wanted) return;
  // More than the rounding of scores can change.
  constexpr double margin = 1e-3;
  const auto score = [&](const Seat& seat) { return matches[seat.place].score + seat.weight; };
  std::vector<double> scores;
  scores.reserve(seats.size());
  for (const Seat& seat : seats) scores.push_back(score(seat));
  const auto last = scores.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
  std::nth_element(scores.begin(), last, scores.end(), std::greater<>());
  const double least = *last - left - margin;
  std::erase_if(seats, [&](const Seat& seat) { return score(seat) < least; });
}

/// Puts the matches in the order of their new scores. Matches without a seat, which were dropped,
/// go behind the others. Matches with equal scores keep their order if their old scores were equal,
/// too.
void seat_again(const Searched& searched, const std::vector<Seat>& seats,
                std::span<Match> matches) {
  struct Ranked {
    double score;
    double before;
    std::size_t place;
  };
  std::vector<Ranked> ranked(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) ranked[i] = {0, matches[i].score, i};
  for (const Seat& seat : seats) {
    ranked[seat.place].score = rounded_score(ranked[seat.place].before + seat.weight);
    matches[seat.place].has_feedback = seat.weight > 0;
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.place < b.place;
  });
  std::vector<Match> in_order(ranked.size());
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    in_order[i] = std::move(matches[ranked[i].place]);
    in_order[i].score = ranked[i].score;
  }
  std::move(in_order.begin(), in_order.end(), matches.begin());
  std::vector<std::span<Match>> groups;
  for (std::size_t begin = 0; begin < seats.size();) {
    std::size_t end = begin + 1;
    bool alike = true;
    for (; end < seats.size() && matches[end].score == matches[begin].score; ++end) {
      alike = alike && ranked[end].before == ranked[begin].before;
    }
    if (!alike) groups.push_back(matches.subspan(begin, end - begin));
    begin = end;
  }
  settle_equals(searched, groups);
  for (std::size_t i = 0; i < matches.size(); ++i) matches[i].rank = i + 1;
}

}  // namespace

Feedback::Feedback(const Searched& searched, const Xapian::Query& query,
                   const std::vector<Xapian::docid>& best) {
  ArticleRoots read(searched.database, DecodedIndex::most_kept);
  ArticleRoots& known = searched.decoded ? searched.decoded->roots() : read;
  const auto articles = known.of(best);
  std::vector<Candidate> roots = candidates(roots_of(articles, known.numbers()), query, known);
  const double all = searched.database.get_doccount();
  for (Candidate& root : roots) {
    root.matching = known.having(root.number);
    root.weight = weight_of(root, static_cast<double>(best.size()), all);
  }
  keep_first(roots, tuning::feedback_terms, [&](const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : known.term(a.number) < known.term(b.number);
  });
  for (const Candidate& root : roots) {
    const double share = root.weight / roots.front().weight;
    const double factor = tuning::feedback * share;
    const double most = factor * term_weight(searched.database, root.matching);
    roots_.push_back({std::string{known.term(root.number)}, root.matching, factor, most});
  }
  std::stable_sort(roots_.begin(), roots_.end(),
                   [](const Root& a, const Root& b) { return a.most > b.most; });
  std::erase_if(roots_, [least = roots_.empty() ? 0 : tuning::feedback_least * roots_.front().most](
                            const Root& root) { return root.most < least; });
}

void Feedback::rank(const Searched& searched, std::span<Match> matches, std::size_t wanted) const {
  if (roots_.empty() || matches.empty()) return;
  std::vector<Seat> seats;
  seats.reserve(matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) seats.push_back({matches[i].document, i});
  prepare(searched, seats);
  double left = 0;
  for (const Root& root : roots_) left += root.most;
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    const Root& root = roots_[i];
    add_weights(searched, root.term, root.articles, root.factor, seats);
    left -= root.most;
    if ((i + 1) % roots_between_drops == 0) drop_hopeless(matches, left, wanted, seats);
  }
  seat_again(searched, seats, matches);
}

Xapian::Query Feedback::query() const {
  std::vector<Xapian::Query> terms;
  for (const Root& root : roots_) terms.push_back(Xapian::Query{root.term} * root.factor);
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace kliping
