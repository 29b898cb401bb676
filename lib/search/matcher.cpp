// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matcher.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "kliping/stored_article.hpp"
#include "query/tuning.hpp"
#include "search/collapse.hpp"
#include "search/feedback.hpp"
#include "search/relaxation.hpp"
#include "search/term_matcher.hpp"

namespace kliping {

namespace {

Scores scores_of(const BuiltQuery& query) {
  return query.ranked ? Scores::present : Scores::absent;
}

std::vector<Match> window_of(std::vector<Match>&& page, const Window& window) {
  const auto from = std::min(window.offset, page.size());
  page.erase(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(from));
  if (page.size() > window.limit) page.resize(window.limit);
  if (window.order == Order::relevance && window.direction == Direction::reversed) {
    std::reverse(page.begin(), page.end());
  }
  return std::move(page);
}

/// Counts all matches, as exactly as the window wants. Below `enough_complete` the count is always
/// exact, because it decides whether the query is relaxed.
void count(const Searched& searched, const Window& window,
           const std::optional<std::size_t>& estimated, Matches& matches) {
  if (window.count == Count::exact || !window.counted.empty()) {
    Counted counted = count_all(searched, matches.question, window.counted);
    matches.total = counted.total;
    matches.values = std::move(counted.values);
  } else if (estimated) {
    matches.total = *estimated;
  } else {
    const Ordered some = first_matches(searched, matches.question, {}, Scores::present,
                                       enough_complete, enough_complete);
    matches.total = some.estimated.value_or(some.matches.size());
  }
}

bool wants_feedback(const BuiltQuery& query, const Window& window) {
  const std::size_t words = query.wanted.roots.size();
  return window.limit > 0 && window.order == Order::relevance && !window.recency && query.ranked &&
         words >= tuning::feedback_min_words && words <= tuning::feedback_max_words;
}

/// Gives the first matches of a question. Those of a short query are ranked again by feedback.
class Ranking {
 public:
  /// `least`: how many words of a relaxed query a match must have; 0 for a query that is not
  /// relaxed.
  Ranking(const Searched& searched, const Question& question, const BuiltQuery& query,
          const Window& window, std::size_t least)
      : searched_(searched),
        question_(question),
        window_(window),
        scores_(scores_of(query)),
        wants_feedback_(wants_feedback(query, window)),
        ranks_(window.order == Order::relevance && !window.recency && query.ranked),
        may_relax_(least == 0 && !query.relaxed.empty()) {
    if (ranks_ && least > 0) counted_ = counted_matches(searched, query.relaxed, least);
  }

  Ordered first(std::size_t wanted) {
    const std::size_t reach = wants_feedback_ ? tuning::feedback_reach : 0;
    Ordered ordered = fetch(std::max(wanted, reach));
    const bool few = ordered.estimated && *ordered.estimated < enough_complete;
    if (wants_feedback_ && !(few && may_relax_)) rank_again(ordered.matches, wanted);
    if (ordered.matches.size() > wanted) ordered.matches.resize(wanted);
    return ordered;
  }

  /// The terms that feedback added to the question.
  Xapian::Query feedback() const { return feedback_ ? feedback_->query() : Xapian::Query{}; }

 private:
  Ordered fetch(std::size_t wanted) {
    if (!counted_) {
      auto decoded = ranks_ && searched_.decoded
                         ? first_by_postings(*searched_.decoded, question_, wanted)
                         : std::nullopt;
      if (decoded) return std::move(*decoded);
      return first_matches(searched_, question_, window_, scores_, wanted, enough_complete);
    }
    settle_each_score(searched_, *counted_, wanted);
    const std::span first = std::span(*counted_).first(std::min(wanted, counted_->size()));
    Ordered ordered{{first.begin(), first.end()}, counted_->size()};
    for (std::size_t i = 0; i < first.size(); ++i) ordered.matches[i].rank = i + 1;
    return ordered;
  }

  void rank_again(std::vector<Match>& matches, std::size_t wanted) {
    const std::span all(matches);
    if (!feedback_) {
      std::vector<Xapian::docid> best;
      for (const Match& m : all.first(std::min(all.size(), tuning::feedback_articles))) {
        best.push_back(m.document);
      }
      if (best.size() < 2) return;
      feedback_.emplace(searched_, question_.query, best);
    }
    feedback_->rank(searched_, all.first(std::min(all.size(), tuning::feedback_reach)), wanted);
  }

  const Searched& searched_;
  const Question& question_;
  const Window& window_;
  Scores scores_;
  bool wants_feedback_;
  /// Whether the order is by relevance alone.
  bool ranks_;
  /// Whether the query can be relaxed: if it has few matches, the relaxed one will rank these, too.
  bool may_relax_;
  /// All matches of a relaxed query, if `counted_matches` could find them.
  std::optional<std::vector<Match>> counted_;
  std::optional<Feedback> feedback_;
};

Matches run(const Searched& searched, const Question& question, const BuiltQuery& query,
            const Window& window, std::size_t least = 0) {
  Matches matches;
  matches.question = question;
  const Xapian::Database& database = searched.database;
  const std::size_t articles = database.get_doccount();
  const std::size_t limit = std::min(window.limit, articles);
  const std::size_t wanted = limit == 0 ? 0 : std::min(articles, window.offset + limit);
  Ranking ranking(searched, question, query, window, least);
  Ordered ordered = first_collapsed(searched, window, scores_of(query), wanted, query.known,
                                    [&](std::size_t size) { return ranking.first(size); });
  matches.page = window_of(std::move(ordered.matches), window);
  matches.feedback = ranking.feedback();
  count(searched, window, ordered.estimated, matches);
  return matches;
}

/// Finds the articles with at least half of the words, more words first. If there are none, those
/// with any of the words.
Matches run_relaxed(const Searched& searched, const BuiltQuery& query, const Window& window) {
  const std::size_t half = (query.optional_count + 1) / 2;
  Matches matches;
  for (const std::size_t least : {half, std::size_t{1}}) {
    const Question question{with_at_least(searched.database, query.relaxed, least),
                            static_cast<double>(least) * coordination_weight};
    matches = run(searched, question, query, window, least);
    if (matches.total > 0) break;
  }
  for (Match& m : matches.page) m.score = rounded_score(std::fmod(m.score, coordination_weight));
  matches.relaxed = matches.total > 0;
  return matches;
}

}  // namespace

Matches match(const Searched& searched, const BuiltQuery& query, const Window& window) {
  if (query.query.empty() || searched.database.get_doccount() == 0) return {};
  Matches complete = run(searched, {query.query, query.cutoff}, query, window);
  const std::size_t enough = window.order == Order::relevance ? enough_complete : 1;
  if (complete.total < enough && !query.relaxed.empty()) {
    Matches relaxed = run_relaxed(searched, query, window);
    relaxed.complete = complete.total;
    if (relaxed.total > complete.total) return relaxed;
  }
  return complete;
}

Hit hit_of(const Xapian::Database& database, const Match& match) {
  Hit hit{match.rank, match.score,
          load(database.get_document(match.document, Xapian::DOC_ASSUME_VALID).get_data())};
  for (const Xapian::docid document : match.duplicates) {
    hit.duplicate_ids.push_back(identity_of(database, document));
  }
  return hit;
}

std::string identity_of(const Xapian::Database& database, Xapian::docid document) {
  return value_of(database, document, schema::Slot::identity);
}

}  // namespace kliping
