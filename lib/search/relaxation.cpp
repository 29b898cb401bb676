// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/relaxation.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "query/query_builder.hpp"
#include "query/tuning.hpp"
#include "search/bm25.hpp"

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

/// Documents whose words are counted in an array; beyond, Xapian's matcher does it all.
constexpr Xapian::docid most_documents = 1 << 26;

/// A word as the query builder asks for it: its root, and its very form beside it.
struct Word {
  std::string root;
  std::string form;
};

std::string term_of(const Query& leaf) {
  return leaf.get_type() == Query::LEAF_TERM ? *leaf.get_terms_begin() : std::string{};
}

/// Nothing for what is more than a word.
std::optional<Word> word_of(const Query& part) {
  if (part.get_type() == Query::LEAF_TERM) return Word{term_of(part), {}};
  if (part.get_type() != Query::OP_AND_MAYBE || part.get_num_subqueries() != 2) return {};
  const Query form = part.get_subquery(1);
  if (form.get_type() != Query::OP_SCALE_WEIGHT) return {};
  Word word{term_of(part.get_subquery(0)), term_of(form.get_subquery(0))};
  if (word.root.empty() || word.form.empty()) return {};
  return word;
}

/// What a relaxed query asks for beside the bonus, which stands last.
Query without_bonus(const Query& unit) {
  std::vector<Query> parts = parts_of(unit);
  parts.pop_back();
  return parts.size() == 1 ? parts.front() : Query{Query::OP_AND, parts.begin(), parts.end()};
}

/// What is more than a word stays before AND_MAYBE, as if it were rare: behind it Xapian 1.4.22
/// takes any article with a phrase's words for one with the phrase.
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

/// Counts words of each article, then weighs those articles that have enough.
class Tally {
 public:
  explicit Tally(const Xapian::Database& database)
      : database_(database), counts_(database.get_lastdocid() + 1) {}

  void add(const Query& part) {
    if (auto word = word_of(part)) {
      const auto end = database_.postlist_end(word->root);
      for (auto p = database_.postlist_begin(word->root); p != end; ++p) ++counts_[*p];
      words_.push_back(std::move(*word));
      return;
    }
    const Xapian::Enquire enquire = weighed_enquiry(database_, {part});
    others_.push_back(enquire.get_mset(0, database_.get_doccount()));
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
  void weigh(std::vector<Seat>& seats) {
    prepare(database_, seats);
    const auto add = [&](const std::string& term, double factor) {
      if (!term.empty()) add_weights(database_, term, database_.get_termfreq(term), factor, seats);
    };
    for (const Word& word : words_) {
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

  const Xapian::Database& database_;
  std::vector<std::uint16_t> counts_;
  std::vector<Word> words_;
  std::vector<Xapian::MSet> others_;
};

}  // namespace

Query with_at_least(const Xapian::Database& database, const Query& relaxed, std::size_t least) {
  if (least < 2) return relaxed;
  std::vector<Query> parts = parts_of(relaxed);
  if (relaxed.get_type() == Query::OP_OR) return any_of(database, std::move(parts), least);
  // What else must be there, and filters, stand behind the words.
  if (!parts.empty()) parts.front() = with_at_least(database, parts.front(), least);
  return {relaxed.get_type(), parts.begin(), parts.end()};
}

std::optional<std::vector<Match>> counted_matches(const Xapian::Database& database,
                                                  const Query& relaxed, std::size_t least) {
  if (least < 2 || relaxed.get_type() != Query::OP_OR) return {};
  if (database.get_lastdocid() > most_documents) return {};
  Tally tally(database);
  for (const Query& unit : parts_of(relaxed)) tally.add(without_bonus(unit));
  std::vector<Match> matches = tally.matches(least);
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.score > b.score; });
  return matches;
}

}  // namespace kliping
