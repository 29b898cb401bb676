// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matcher.hpp"

#include <algorithm>
#include <cmath>

#include "kliping/stored_article.hpp"
#include "query/tuning.hpp"
#include "search/feedback.hpp"
#include "search/folding.hpp"

namespace kliping {

namespace {

Scores scores_of(const BuiltQuery& query) {
  return query.ranked ? Scores::present : Scores::absent;
}

std::vector<Match> window_of(const std::vector<Match>& matches, const Window& window) {
  const auto from = std::min(window.offset, matches.size());
  const auto to = from + std::min(window.limit, matches.size() - from);
  std::vector<Match> page(matches.begin() + static_cast<std::ptrdiff_t>(from),
                          matches.begin() + static_cast<std::ptrdiff_t>(to));
  if (window.order == Order::relevance && window.direction == Direction::reversed) {
    std::reverse(page.begin(), page.end());
  }
  return page;
}

/// All that match. Exact below `enough_complete`, for that decides; else as the window wants it.
void count(const Xapian::Database& database, const Window& window,
           const std::optional<std::size_t>& estimated, Matches& matches) {
  if (window.count == Count::exact || !window.counted.empty()) {
    Counted counted = count_all(database, matches.question, window.counted);
    matches.total = counted.total;
    matches.values = std::move(counted.values);
  } else if (estimated) {
    matches.total = *estimated;
  } else {
    const Ordered some = first_matches(database, matches.question, {}, Scores::present,
                                       enough_complete, enough_complete);
    matches.total = some.estimated.value_or(some.matches.size());
  }
}

Matches run(const Xapian::Database& database, const Question& question, const BuiltQuery& query,
            const Window& window) {
  Matches matches;
  matches.question = question;
  const std::size_t articles = database.get_doccount();
  const std::size_t limit = std::min(window.limit, articles);
  const std::size_t wanted = limit == 0 ? 0 : std::min(articles, window.offset + limit);
  const Ordered ordered = first_folded(database, question, window, scores_of(query), wanted,
                                       enough_complete, query.known);
  matches.page = window_of(ordered.matches, window);
  count(database, window, ordered.estimated, matches);
  return matches;
}

bool wants_feedback(const BuiltQuery& query, const Window& window) {
  const std::size_t words = query.wanted.roots.size();
  return window.limit > 0 && window.order == Order::relevance && query.ranked &&
         words >= tuning::feedback_min_words && words <= tuning::feedback_max_words;
}

/// The best of the question's matches, few as feedback wants them or the window's.
Matches run_first(const Xapian::Database& database, const Question& question,
                  const BuiltQuery& query, const Window& window) {
  const bool feedback = wants_feedback(query, window);
  return run(database, question, query,
             feedback ? Window{.limit = tuning::feedback_articles} : window);
}

/// The window of the matches of which `first` are the best; those of a short query ranked again by
/// what these have in common.
Matches run_again(const Xapian::Database& database, const BuiltQuery& query, const Window& window,
                  Matches&& first) {
  if (!wants_feedback(query, window)) return std::move(first);
  std::vector<Xapian::docid> best;
  for (const Match& m : first.page) best.push_back(m.document);
  Question question = first.question;
  if (best.size() > 1) question.query = with_feedback(database, question.query, best);
  return run(database, question, query, window);
}

/// The articles that have at least half of the words, the more the better; if none has, any.
Matches run_relaxed(const Xapian::Database& database, const BuiltQuery& query,
                    const Window& window) {
  const std::size_t half = (query.optional_count + 1) / 2;
  Matches matches;
  for (const std::size_t least : {half, std::size_t{1}}) {
    const Question question{query.relaxed, static_cast<double>(least) * coordination_weight};
    matches = run_first(database, question, query, window);
    if (matches.total > 0) break;
  }
  matches = run_again(database, query, window, std::move(matches));
  for (Match& m : matches.page) m.score = rounded_score(std::fmod(m.score, coordination_weight));
  matches.relaxed = matches.total > 0;
  return matches;
}

}  // namespace

Matches match(const Xapian::Database& database, const BuiltQuery& query, const Window& window) {
  if (query.query.empty() || database.get_doccount() == 0) return {};
  Matches complete = run_first(database, {query.query, query.cutoff}, query, window);
  const std::size_t enough = window.order == Order::relevance ? enough_complete : 1;
  if (complete.total < enough && !query.relaxed.empty()) {
    Matches relaxed = run_relaxed(database, query, window);
    relaxed.complete = complete.total;
    if (relaxed.total > complete.total) return relaxed;
  }
  return run_again(database, query, window, std::move(complete));
}

Hit hit_of(const Xapian::Database& database, const Match& match) {
  Hit hit{match.rank, match.score, load(database.get_document(match.document).get_data())};
  for (const Xapian::docid document : match.duplicates) {
    hit.duplicate_ids.push_back(identity_of(database, document));
  }
  return hit;
}

std::string identity_of(const Xapian::Database& database, Xapian::docid document) {
  return value_of(database, document, schema::Slot::identity);
}

}  // namespace kliping
