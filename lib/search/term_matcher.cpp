// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/term_matcher.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "query/tuning.hpp"
#include "search/bm25.hpp"
#include "search/query_word.hpp"

namespace kliping {

namespace {

using Xapian::Query;

/// Articles in the order of the index, and their weights.
struct Weighed {
  std::vector<Xapian::docid> documents;
  std::vector<double> weights;

  void reserve(std::size_t articles) {
    documents.reserve(articles);
    weights.reserve(articles);
  }

  void add(Xapian::docid document, double weight) {
    documents.push_back(document);
    weights.push_back(weight);
  }
};

/// Whether a query is a word, or words that must all be there, and nothing else.
bool is_of_words(const Query& query) {
  if (word_of(query)) return true;
  if (query.get_type() != Query::OP_AND) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!is_of_words(query.get_subquery(i))) return false;
  }
  return true;
}

/// Whether a query can be weighed here. Any part of an OR can; but if a phrase must be there beside
/// other words, Xapian is faster, as it looks for the phrase only where these words are.
bool can_weigh(const Query& query) {
  if (is_of_words(query)) return true;
  if (query.get_type() != Query::OP_OR) return false;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::OP_AND && !is_of_words(part)) return false;
  }
  return true;
}

Weighed weigh_word(DecodedIndex& index, const QueryWord& word) {
  const auto root = index.postings(word.root);
  const auto& lengths = index.lengths();
  Weighed weighed;
  weighed.reserve(root->list.size());
  for (const auto [document, occurrences] : root->list) {
    weighed.add(document, root->weight * saturation(occurrences, lengths[document]));
  }
  if (word.form.empty()) return weighed;
  const auto form = index.postings(word.form);
  const double factor = form->weight * tuning::exact_form;
  auto at = weighed.documents.cbegin();
  for (const auto [document, occurrences] : form->list) {
    at = first_from(at, weighed.documents.cend(), document);
    if (at == weighed.documents.cend()) break;
    if (*at != document) continue;
    weighed.weights[static_cast<std::size_t>(at - weighed.documents.cbegin())] +=
        factor * saturation(occurrences, lengths[document]);
  }
  return weighed;
}

/// Weighs a phrase or pattern by Xapian's matcher.
Weighed weigh_other(const Xapian::Database& database, const Query& query) {
  const Xapian::MSet found =
      weighed_enquiry(database, {query}).get_mset(0, database.get_doccount());
  std::vector<std::pair<Xapian::docid, double>> sorted;
  for (auto i = found.begin(); i != found.end(); ++i) sorted.emplace_back(*i, i.get_weight());
  std::sort(sorted.begin(), sorted.end());
  Weighed weighed;
  for (const auto& [document, weight] : sorted) weighed.add(document, weight);
  return weighed;
}

/// The articles of any of `parts`, with the sums of their weights.
Weighed united(const std::vector<Weighed>& parts, Xapian::docid last) {
  std::vector<double> weights(std::size_t{last} + 1);
  std::vector<std::uint64_t> found(last / 64 + 1);
  for (const Weighed& part : parts) {
    for (std::size_t i = 0; i < part.documents.size(); ++i) {
      const Xapian::docid document = part.documents[i];
      weights[document] += part.weights[i];
      found[document / 64] |= std::uint64_t{1} << document % 64;
    }
  }
  Weighed all;
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (std::uint64_t bits = found[i]; bits != 0; bits &= bits - 1) {
      const auto document = static_cast<Xapian::docid>(i * 64 + std::countr_zero(bits));
      all.add(document, weights[document]);
    }
  }
  return all;
}

/// The articles of both, with the sums of their weights.
Weighed shared(const Weighed& a, const Weighed& b) {
  if (a.documents.size() > b.documents.size()) return shared(b, a);
  Weighed both;
  auto at = b.documents.cbegin();
  for (std::size_t i = 0; i < a.documents.size(); ++i) {
    at = first_from(at, b.documents.cend(), a.documents[i]);
    if (at == b.documents.cend()) break;
    if (*at != a.documents[i]) continue;
    both.add(*at, a.weights[i] + b.weights[static_cast<std::size_t>(at - b.documents.cbegin())]);
  }
  return both;
}

Weighed weigh(DecodedIndex& index, const Query& query) {
  if (const auto word = word_of(query)) return weigh_word(index, *word);
  const bool any = query.get_type() == Query::OP_OR;
  if (!any && query.get_type() != Query::OP_AND) return weigh_other(index.database(), query);
  std::vector<Weighed> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(weigh(index, query.get_subquery(i)));
  }
  if (any) return united(parts, index.database().get_lastdocid());
  std::sort(parts.begin(), parts.end(), [](const Weighed& a, const Weighed& b) {
    return a.documents.size() < b.documents.size();
  });
  for (std::size_t i = 1; i < parts.size(); ++i) parts[0] = shared(parts[0], parts[i]);
  return std::move(parts[0]);
}

/// More than the rounding of scores can change.
constexpr double rounding = 1e-4;

/// The matches that can be among the first `wanted` by rounded scores, the best first.
std::vector<Match> best_of(const Weighed& weighed, std::size_t wanted) {
  double least = 0;
  if (weighed.weights.size() > wanted) {
    std::vector<double> weights = weighed.weights;
    const auto last = weights.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
    std::nth_element(weights.begin(), last, weights.end(), std::greater<>());
    least = rounded_score(*last);
  }
  std::vector<Match> matches;
  matches.reserve(std::min(wanted, weighed.weights.size()));
  for (std::size_t i = 0; i < weighed.weights.size(); ++i) {
    if (weighed.weights[i] < least - rounding) continue;
    const double score = rounded_score(weighed.weights[i]);
    if (score < least) continue;
    Match& match = matches.emplace_back();
    match.document = weighed.documents[i];
    match.score = score;
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& a, const Match& b) { return a.score > b.score; });
  return matches;
}

}  // namespace

std::optional<Ordered> first_by_postings(DecodedIndex& index, const Question& question,
                                         std::size_t wanted) {
  if (question.cutoff > 0 || wanted == 0 || !can_weigh(question.query)) return {};
  const Weighed weighed = weigh(index, question.query);
  Ordered ordered{best_of(weighed, wanted), weighed.documents.size()};
  settle_each_score({index.database(), Place::here, &index}, ordered.matches, wanted);
  if (ordered.matches.size() > wanted) ordered.matches.resize(wanted);
  for (std::size_t i = 0; i < ordered.matches.size(); ++i) ordered.matches[i].rank = i + 1;
  return ordered;
}

}  // namespace kliping
