// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/matcher.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "kliping/error.hpp"
#include "kliping/schema.hpp"
#include "searcher/feedback.hpp"
#include "searcher/tuning.hpp"

namespace kliping::searcher {

namespace {

constexpr auto date_slot = static_cast<Xapian::valueno>(schema::Slot::date);

/// Ties beyond the page that are looked at, to find which of them belong on it.
constexpr std::size_t first_tie_margin = 8;
constexpr std::size_t max_tie_margin = 4096;

Xapian::Enquire enquire_for(const Xapian::Database& database, const BuiltQuery& query,
                            const Window& window) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(tuning::bm25_k1, 0, 1, tuning::bm25_b, tuning::bm25_min_length));
  const bool newest_first = window.direction == Direction::usual;
  if (window.order == Order::date) {
    enquire.set_sort_by_value_then_relevance(date_slot, newest_first);
  } else if (!query.ranked) {
    enquire.set_sort_by_value(date_slot, true);
  } else {
    enquire.set_sort_by_relevance_then_value(date_slot, true);
  }
  return enquire;
}

bool equal_rank(const Xapian::MSetIterator& a, const Xapian::MSetIterator& b) {
  return a.get_weight() == b.get_weight() && a.get_sort_key() == b.get_sort_key();
}

/// The first `wanted` matches and all that equal the last of them, as far as is sensible.
Xapian::MSet fetch(const Xapian::Enquire& enquire, std::size_t wanted, std::size_t check_at_least) {
  for (std::size_t margin = first_tie_margin;; margin *= 8) {
    const auto size = static_cast<Xapian::doccount>(wanted + margin);
    const auto checked = static_cast<Xapian::doccount>(std::max(check_at_least, wanted + margin));
    Xapian::MSet set = enquire.get_mset(0, size, checked);
    const bool all = set.size() < size;
    if (all || wanted == 0 || margin >= max_tie_margin) return set;
    const auto last = static_cast<Xapian::doccount>(wanted - 1);
    if (!equal_rank(set[last], set[set.size() - 1])) return set;
  }
}

/// Orders matches that nothing but their document number has ordered.
void settle_ties(const Xapian::Database& database, const Xapian::MSet& set,
                 std::vector<Match>& matches) {
  for (Xapian::doccount begin = 0; begin < set.size();) {
    Xapian::doccount end = begin + 1;
    while (end < set.size() && equal_rank(set[begin], set[end])) ++end;
    if (end - begin > 1) {
      std::vector<std::pair<std::string, Match>> equals;
      for (auto i = begin; i < end; ++i) {
        equals.emplace_back(identity_of(database, matches[i].document), matches[i]);
      }
      std::sort(equals.begin(), equals.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      for (auto i = begin; i < end; ++i) matches[i] = equals[i - begin].second;
    }
    begin = end;
  }
}

std::vector<Match> page_of(const Xapian::Database& database, const Xapian::MSet& set,
                           const Window& window) {
  std::vector<Match> matches;
  matches.reserve(set.size());
  for (auto i = set.begin(); i != set.end(); ++i) {
    matches.push_back({*i, 0, i.get_weight()});
  }
  settle_ties(database, set, matches);
  for (std::size_t i = 0; i < matches.size(); ++i) matches[i].rank = i + 1;
  const auto from = std::min(window.offset, matches.size());
  const auto to = from + std::min(window.limit, matches.size() - from);
  std::vector<Match> page(matches.begin() + static_cast<std::ptrdiff_t>(from),
                          matches.begin() + static_cast<std::ptrdiff_t>(to));
  if (window.order == Order::relevance && window.direction == Direction::reversed) {
    std::reverse(page.begin(), page.end());
  }
  return page;
}

Matches run(const Xapian::Database& database, const Xapian::Enquire& enquire,
            const Window& window) {
  const std::size_t articles = database.get_doccount();
  const std::size_t wanted = std::min(articles, window.offset + std::min(window.limit, articles));
  // Totals below `enough_complete` are exact: they decide.
  const Xapian::MSet set =
      fetch(enquire, wanted, window.count == Count::exact ? articles : enough_complete);
  Matches matches;
  matches.page = page_of(database, set, window);
  matches.total = set.get_matches_estimated();
  return matches;
}

bool wants_feedback(const BuiltQuery& query, const Window& window) {
  const std::size_t words = query.wanted.roots.size();
  return window.limit > 0 && window.order == Order::relevance && query.ranked &&
         words >= tuning::feedback_min_words && words <= tuning::feedback_max_words;
}

/// The best of the enquiry's matches, few as feedback wants them or the window's.
Matches run_first(const Xapian::Database& database, const Xapian::Enquire& enquire,
                  const BuiltQuery& query, const Window& window) {
  const bool feedback = wants_feedback(query, window);
  return run(database, enquire, feedback ? Window{.limit = tuning::feedback_articles} : window);
}

/// The window of the enquiry's matches, of which `first` are the best; those of a short query
/// ranked again by what these have in common.
Matches run_again(const Xapian::Database& database, Xapian::Enquire& enquire,
                  const BuiltQuery& query, const Window& window, Matches&& first) {
  if (!wants_feedback(query, window)) return std::move(first);
  std::vector<Xapian::docid> best;
  for (const Match& m : first.page) best.push_back(m.document);
  if (best.size() > 1) enquire.set_query(with_feedback(database, enquire.get_query(), best));
  return run(database, enquire, window);
}

/// The articles that have at least half of the words, the more the better; if none has, any.
Matches run_relaxed(const Xapian::Database& database, Xapian::Enquire& enquire,
                    const BuiltQuery& query, const Window& window) {
  enquire.set_query(query.relaxed);
  const std::size_t half = (query.optional_count + 1) / 2;
  Matches matches;
  for (const std::size_t least : {half, std::size_t{1}}) {
    enquire.set_cutoff(0, static_cast<double>(least) * coordination_weight);
    matches = run_first(database, enquire, query, window);
    if (matches.total > 0) break;
  }
  matches = run_again(database, enquire, query, window, std::move(matches));
  for (Match& m : matches.page) m.score = std::fmod(m.score, coordination_weight);
  matches.relaxed = matches.total > 0;
  return matches;
}

}  // namespace

Matches match(const Xapian::Database& database, const BuiltQuery& query, const Window& window) {
  if (query.query.empty() || database.get_doccount() == 0) return {};
  Xapian::Enquire enquire = enquire_for(database, query, window);
  enquire.set_query(query.query);
  try {
    Matches complete = run_first(database, enquire, query, window);
    const std::size_t enough = window.order == Order::date ? 1 : enough_complete;
    if (complete.total < enough && !query.relaxed.empty()) {
      Xapian::Enquire wider = enquire_for(database, query, window);
      Matches relaxed = run_relaxed(database, wider, query, window);
      relaxed.complete = complete.total;
      if (relaxed.total > complete.total) return relaxed;
    }
    return run_again(database, enquire, query, window, std::move(complete));
  } catch (const Xapian::WildcardError&) {
    throw Error(fmt::format("a word with * stands for more than {} words", max_prefix_words),
                "write more letters before the *");
  }
}

std::string identity_of(const Xapian::Database& database, Xapian::docid document) {
  return database.get_document(document, Xapian::DOC_ASSUME_VALID)
      .get_value(static_cast<Xapian::valueno>(schema::Slot::identity));
}

}  // namespace kliping::searcher
