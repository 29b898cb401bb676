// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/relaxation.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "query/query_builder.hpp"
#include "query/tuning.hpp"
#include "search/bm25.hpp"
#include "search/query_word.hpp"

namespace kliping {

namespace {

using Xapian::Query;

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

/// A unit of a relaxed query without the bonus, which is its last part.
Query without_bonus(const Query& unit) {
  std::vector<Query> parts = parts_of(unit);
  parts.pop_back();
  return parts.size() == 1 ? parts.front() : Query{Query::OP_AND, parts.begin(), parts.end()};
}

/// Joins the units so that the `least - 1` most frequent words only add to scores. Phrases and
/// patterns always count as rare, because Xapian 1.4.22 takes any article with the words of a
/// phrase for one with the phrase if it stands behind AND_MAYBE.
Query any_of(const Xapian::Database& database, std::vector<Query> units, std::size_t least) {
  std::vector<std::pair<Xapian::doccount, std::size_t>> order;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto word = word_of(without_bonus(units[i]));
    order.emplace_back(word ? database.get_termfreq(word->root) : 0, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Query> rare, frequent;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool needed = i + least <= order.size() || order[i].first == 0;
    (needed ? rare : frequent).push_back(std::move(units[order[i].second]));
  }
  Query any{Query::OP_OR, rare.begin(), rare.end()};
  if (frequent.empty()) return any;
  return {Query::OP_AND_MAYBE, any, Query{Query::OP_OR, frequent.begin(), frequent.end()}};
}

/// Counts how many words of the query each article has, then weighs the articles with enough words.
class Tally {
 public:
  explicit Tally(const Searched& searched)
      : searched_(searched), counts_(searched.database.get_lastdocid() + 1) {}

  void add(const Query& part) {
    if (auto word = word_of(part)) {
      count(word->root);
      words_.push_back(std::move(*word));
      return;
    }
    const Xapian::Database& database = searched_.database;
    const Xapian::Enquire enquire = weighed_enquiry(database, {part});
    others_.push_back(enquire.get_mset(0, database.get_doccount()));
    const Xapian::MSet& found = others_.back();
    for (auto i = found.begin(); i != found.end(); ++i) ++counts_[*i];
  }

  std::vector<Match> matches(std::size_t least) {
    std::vector<Seat> seats;
    for (Xapian::docid document = 1; document < counts_.size(); ++document) {
      if (counts_[document] >= least) seats.push_back({.document = document});
    }
    weigh(seats);
    std::vector<Match> matches(seats.size());
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const double bonus = counts_[seats[i].document] * coordination_weight;
      matches[i].document = seats[i].document;
      matches[i].score = rounded_score(bonus + seats[i].weight);
    }
    return matches;
  }

 private:
  void count(const std::string& term) {
    if (searched_.decoded) {
      const auto postings = searched_.decoded->postings(term);
      for (const Posting& posting : postings->list) ++counts_[posting.document];
      return;
    }
    const auto end = searched_.database.postlist_end(term);
    for (auto p = searched_.database.postlist_begin(term); p != end; ++p) ++counts_[*p];
  }

  void weigh(std::vector<Seat>& seats) {
    prepare(searched_, seats);
    const auto add = [&](const std::string& term, double factor) {
      if (term.empty()) return;
      add_weights(searched_, term, searched_.database.get_termfreq(term), factor, seats);
    };
    for (const QueryWord& word : words_) {
      add(word.root, 1);
      add(word.form, tuning::exact_form);
    }
    for (const Xapian::MSet& found : others_) {
      for (auto i = found.begin(); i != found.end(); ++i) {
        const auto seat =
            std::lower_bound(seats.begin(), seats.end(), *i,
                             [](const Seat& s, Xapian::docid d) { return s.document < d; });
        if (seat != seats.end() && seat->document == *i) seat->weight += i.get_weight();
      }
    }
  }

  const Searched& searched_;
  std::vector<std::uint16_t> counts_;
  std::vector<QueryWord> words_;
  std::vector<Xapian::MSet> others_;
};

}  // namespace

Query with_at_least(const Xapian::Database& database, const Query& relaxed, std::size_t least) {
  if (least < 2) return relaxed;
  std::vector<Query> parts = parts_of(relaxed);
  if (relaxed.get_type() == Query::OP_OR) return any_of(database, std::move(parts), least);
  // The words are the first part; behind it stand filters and what must be there in any case.
  if (!parts.empty()) parts.front() = with_at_least(database, parts.front(), least);
  return {relaxed.get_type(), parts.begin(), parts.end()};
}

std::optional<std::vector<Match>> counted_matches(const Searched& searched, const Query& relaxed,
                                                  std::size_t least) {
  if (least < 2 || relaxed.get_type() != Query::OP_OR) return {};
  if (searched.database.get_lastdocid() > DecodedIndex::most_documents) return {};
  Tally tally(searched);
  for (const Query& unit : parts_of(relaxed)) tally.add(without_bonus(unit));
  std::vector<Match> matches = tally.matches(least);
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.score > b.score; });
  return matches;
}

}  // namespace kliping
