// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "query/query_builder.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using Xapian::Query;
using Weights = std::map<Xapian::docid, double>;

std::string readable_term(std::string_view term) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kinds{{
      {schema::prefix::title_root, "title root"},
      {schema::prefix::root, "root"},
      {schema::prefix::title, "title word"},
  }};
  for (const auto& [prefix, name] : kinds) {
    const bool other = term.size() > prefix.size() && ascii::is_upper(term[prefix.size()]);
    if (term.starts_with(prefix) && !other)
      return fmt::format("{} {}", name, term.substr(prefix.size()));
  }
  return fmt::format("word {}", term);
}

/// The name of a part: of a single term what it stands for, of anything else Xapian's description.
std::string name_of(const Query& part) {
  auto term = part.get_terms_begin();
  const std::string first = term == part.get_terms_end() ? std::string{} : *term;
  if (!first.empty() && ++term == part.get_terms_end()) return readable_term(first);
  constexpr std::string_view label = "Query(";
  std::string text = part.get_description();
  return text.starts_with(label) ? text.substr(label.size(), text.size() - label.size() - 1) : text;
}

/// Takes a query apart along the operators that add weights.
class Explainer {
 public:
  Explainer(const Xapian::Database& database, const std::vector<Match>& matches)
      : database_(database) {
    std::vector<Query> identities;
    for (const Match& m : matches) {
      identities.emplace_back(
          schema::identity_term(value_of(database, m.document, schema::Slot::identity)));
      parts_[m.document];
    }
    wanted_ = Query{Query::OP_OR, identities.begin(), identities.end()};
  }

  std::map<Xapian::docid, std::vector<ScorePart>> explain(const Query& query) && {
    walk(query, weights(query));
    for (auto& [document, parts] : parts_) {
      std::stable_sort(parts.begin(), parts.end(),
                       [](const ScorePart& a, const ScorePart& b) { return a.weight > b.weight; });
    }
    return std::move(parts_);
  }

 private:
  /// What the query gives to each of the wanted articles that it matches.
  Weights weights(const Query& query) const {
    Xapian::Enquire enquire = weighed_enquiry(database_, {{Query::OP_FILTER, query, wanted_}});
    Weights found;
    const Xapian::MSet set = enquire.get_mset(0, static_cast<Xapian::doccount>(parts_.size()));
    for (auto i = set.begin(); i != set.end(); ++i) found[*i] = i.get_weight();
    return found;
  }

  /// Collects the parts of `query`. `matching` are the articles that match everything around it.
  void walk(const Query& query, const Weights& matching) {
    if (matching.empty()) return;
    switch (query.get_type()) {
      case Query::OP_AND:
      case Query::OP_OR:
      case Query::OP_AND_MAYBE:
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
          const Query part = query.get_subquery(i);
          walk(part, both(weights(part), matching));
        }
        return;
      case Query::OP_FILTER:
      case Query::OP_AND_NOT: {
        const Query part = query.get_subquery(0);
        return walk(part, both(weights(part), matching));
      }
      default:
        add(query, matching);
    }
  }

  static Weights both(const Weights& weights, const Weights& matching) {
    Weights kept;
    for (const auto& [document, weight] : weights) {
      if (matching.contains(document)) kept[document] = weight;
    }
    return kept;
  }

  /// Adds a part, unless it is the bonus of a relaxed query, which is not in the score that is
  /// shown.
  void add(const Query& query, const Weights& matching) {
    std::string name;
    for (const auto& [document, weight] : matching) {
      if (weight <= 0 || weight >= coordination_weight) continue;
      if (name.empty()) name = name_of(query);
      parts_[document].push_back({name, weight});
    }
  }

  const Xapian::Database& database_;
  Query wanted_;
  std::map<Xapian::docid, std::vector<ScorePart>> parts_;
};

}  // namespace

std::map<Xapian::docid, std::vector<ScorePart>> explain_scores(const Xapian::Database& database,
                                                               const Matches& matches) {
  if (matches.page.empty()) return {};
  auto parts = Explainer(database, matches.page).explain(matches.question.query);
  std::vector<Match> gained;
  std::copy_if(matches.page.begin(), matches.page.end(), std::back_inserter(gained),
               [](const Match& m) { return m.has_feedback; });
  if (gained.empty()) return parts;
  for (auto& [document, more] : Explainer(database, gained).explain(matches.feedback)) {
    std::vector<ScorePart>& all = parts[document];
    std::vector<ScorePart> both;
    std::merge(all.begin(), all.end(), more.begin(), more.end(), std::back_inserter(both),
               [](const ScorePart& a, const ScorePart& b) { return a.weight > b.weight; });
    all = std::move(both);
  }
  return parts;
}

}  // namespace kliping
