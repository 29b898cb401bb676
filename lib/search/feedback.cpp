// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "kliping/schema.hpp"
#include "query/tuning.hpp"

namespace kliping {

namespace {

/// A root of the best articles.
struct Root {
  std::string term;
  /// Of the best that have it.
  double articles = 0;
  /// Occurrences in them, saturated as BM25 does with k1 = 1.
  double occurrences = 0;
  double weight = 0;
};

using Roots = std::map<std::string, Root>;

/// Roots only: surface forms would count every inflection again, `ZS` every title.
void add_roots(const Xapian::Database& database, Xapian::docid document, Roots& roots) {
  const double length = database.get_doclength(document) / database.get_avlength();
  const auto end = database.termlist_end(document);
  auto term = database.termlist_begin(document);
  for (term.skip_to(std::string{schema::prefix::root}); term != end; ++term) {
    std::string name = *term;
    if (!name.starts_with(schema::prefix::root)) break;
    const bool other_prefix = name.size() < 3 || (name[1] >= 'A' && name[1] <= 'Z');
    if (other_prefix) continue;
    Root& root = roots[name];
    root.term = std::move(name);
    root.articles += 1;
    root.occurrences += 2 * term.get_wdf() / (length + term.get_wdf());
  }
}

/// Robertson and Sparck Jones (1976): a term of `matching` among `all` articles that is in so many
/// of the `best`.
double weight_of(const Root& root, double best, double matching, double all) {
  const double odds = (root.articles + 0.5) * (all - best - matching + root.articles + 0.5) /
                      ((best - root.articles + 0.5) * (matching - root.articles + 0.5));
  return root.occurrences * std::log(odds < 2 ? odds / 2 + 1 : odds);
}

/// The first `most` of `roots` by `before`.
template <typename Before>
void keep_first(std::vector<Root>& roots, std::size_t most, Before before) {
  const auto end = roots.begin() + static_cast<std::ptrdiff_t>(std::min(most, roots.size()));
  std::partial_sort(roots.begin(), end, roots.end(), before);
  roots.erase(end, roots.end());
}

/// What may set the best articles apart, before anything is known of other articles: roots that
/// several of them share, those that fill them most. Each one costs a look-up of its frequency.
std::vector<Root> candidates(Roots& roots, const Xapian::Query& query) {
  for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end(); ++term) {
    roots.erase(*term);
  }
  std::vector<Root> shared;
  for (auto& [term, root] : roots) {
    if (root.articles > 1) shared.push_back(std::move(root));
  }
  keep_first(shared, tuning::feedback_candidates, [](const Root& a, const Root& b) {
    return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.term < b.term;
  });
  // Look-ups in the order of the index meet the same block again.
  std::sort(shared.begin(), shared.end(),
            [](const Root& a, const Root& b) { return a.term < b.term; });
  return shared;
}

}  // namespace

Xapian::Query with_feedback(const Xapian::Database& database, const Xapian::Query& query,
                            const std::vector<Xapian::docid>& best) {
  Roots found;
  for (const Xapian::docid document : best) add_roots(database, document, found);
  std::vector<Root> roots = candidates(found, query);
  const double all = database.get_doccount();
  for (Root& root : roots) {
    const double matching = database.get_termfreq(root.term);
    root.weight = weight_of(root, static_cast<double>(best.size()), matching, all);
  }
  keep_first(roots, tuning::feedback_terms, [](const Root& a, const Root& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (roots.empty()) return query;
  std::vector<Xapian::Query> terms;
  for (const Root& root : roots) {
    const double share = root.weight / roots.front().weight;
    terms.push_back(Xapian::Query{root.term} * (tuning::feedback * share));
  }
  return {Xapian::Query::OP_AND_MAYBE, query,
          Xapian::Query{Xapian::Query::OP_OR, terms.begin(), terms.end()}};
}

}  // namespace kliping
