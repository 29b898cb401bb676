// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/similar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "kliping/error.hpp"
#include "kliping/schema.hpp"
#include "query/tuning.hpp"
#include "search/collapse.hpp"
#include "text/ascii.hpp"
#include "text/printable.hpp"

namespace kliping {

namespace {

using Xapian::Query;

/// Shorter roots are mostly numbers and scraps.
constexpr std::size_t least_root_bytes = 3;

struct Root {
  std::string term;
  double weight = 0;
};

Xapian::docid find_document(const Xapian::Database& database, const std::string& identity) {
  const auto posting = database.postlist_begin(schema::identity_term(identity));
  if (posting != database.postlist_end(schema::identity_term(identity))) return *posting;
  throw Error(message("--similar: no article has the id \"{}\"", one_line(identity)),
              message("--json shows the ids of what a query finds"));
}

/// Calls `take` for each term of the document with this prefix: with the rest of the term, and its
/// frequency.
template <typename Take>
void each_term(const Xapian::Database& database, Xapian::docid document, std::string_view prefix,
               Take take) {
  const auto end = database.termlist_end(document);
  auto term = database.termlist_begin(document);
  for (term.skip_to(std::string{prefix}); term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(prefix)) return;
    const std::string_view root = std::string_view{name}.substr(prefix.size());
    // Words are folded, so a capital belongs to a longer prefix.
    const bool longer_prefix = !root.empty() && ascii::is_upper(root.front());
    if (!longer_prefix && root.size() >= least_root_bytes) take(root, term.get_wdf());
  }
}

/// The roots of an article, weighed by their frequency in it, saturated as by BM25, times their
/// rarity in the archive.
std::vector<Root> roots_of(const Xapian::Database& database, Xapian::docid document) {
  std::unordered_set<std::string> title;
  each_term(database, document, schema::prefix::title_root,
            [&](std::string_view root, Xapian::termcount) { title.emplace(root); });
  const double articles = database.get_doccount();
  const double length = database.get_doclength(document) / database.get_avlength();
  std::vector<Root> roots;
  each_term(database, document, schema::prefix::root,
            [&](std::string_view root, Xapian::termcount count) {
              Root found{std::string{schema::prefix::root}.append(root)};
              const double having = database.get_termfreq(found.term);
              const double rarity = std::log((articles - having + 0.5) / (having + 0.5));
              if (having < 2 || rarity <= 0) return;
              found.weight = rarity * count / (count + tuning::similar_k1 * length);
              if (title.contains(std::string{root})) found.weight *= tuning::similar_title;
              roots.push_back(std::move(found));
            });
  const auto end =
      roots.begin() + static_cast<std::ptrdiff_t>(std::min(tuning::similar_terms, roots.size()));
  std::partial_sort(roots.begin(), end, roots.end(), [](const Root& a, const Root& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  roots.erase(end, roots.end());
  return roots;
}

/// The score of the article itself for its own query: no other article has a higher one.
double own_score(const Xapian::Database& database, const Query& query, const Query& itself) {
  Xapian::Enquire enquire = weighed_enquiry(database, {{Query::OP_FILTER, query, itself}});
  const Xapian::MSet set = enquire.get_mset(0, 1);
  return set.empty() ? 0 : set.begin().get_weight();
}

}  // namespace

BuiltQuery similar_query(const Xapian::Database& database, const std::string& identity) {
  const Xapian::docid document = find_document(database, identity);
  BuiltQuery built;
  built.ranked = true;
  built.known = signature_of(database, document);
  std::vector<Query> terms;
  for (const Root& root : roots_of(database, document)) {
    terms.push_back(Query{root.term} * root.weight);
    built.wanted.roots.push_back(root.term.substr(schema::prefix::root.size()));
  }
  if (terms.empty()) return built;
  std::sort(built.wanted.roots.begin(), built.wanted.roots.end());
  const Query any{Query::OP_OR, terms.begin(), terms.end()};
  const Query itself{schema::identity_term(identity)};
  built.cutoff = tuning::similar_least * own_score(database, any, itself);
  built.query = Query{Query::OP_AND_NOT, any, itself};
  return built;
}

}  // namespace kliping
