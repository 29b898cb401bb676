// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <random>

#include "compare.hpp"

namespace kliping::glass {

namespace {

using Xapian::Query;

constexpr unsigned max_words = 4;

/// Makes queries of words that stand near each other in some document, so that phrases match.
class QueryMaker {
 public:
  QueryMaker(const Xapian::Database& database, unsigned seed)
      : database_(database),
        random_(seed),
        all_(database.postlist_begin(""), database.postlist_end("")) {}

  Query next() {
    constexpr Query::op operators[] = {Query::OP_OR, Query::OP_AND, Query::OP_PHRASE,
                                       Query::OP_NEAR, Query::OP_AND_MAYBE};
    const Query::op op = operators[below(std::size(operators))];
    const bool needs_order = op == Query::OP_PHRASE || op == Query::OP_NEAR;
    std::vector<std::string> words = needs_order ? words_in_order() : any_words();
    const auto window = static_cast<Xapian::termcount>(words.size() + below(3));
    return {op, words.begin(), words.end(), needs_order ? window : 0};
  }

 private:
  std::size_t below(std::size_t range) {
    return std::uniform_int_distribution<std::size_t>(0, range - 1)(random_);
  }

  Xapian::docid document() { return all_.empty() ? 0 : all_[below(all_.size())]; }

  std::vector<std::string> any_words() {
    const Xapian::docid docid = document();
    if (docid == 0) return {"a", "b"};
    const std::vector<std::string> terms(database_.termlist_begin(docid),
                                         database_.termlist_end(docid));
    std::vector<std::string> words;
    for (std::size_t i = 1 + below(max_words); i > 0 && !terms.empty(); --i) {
      words.push_back(terms[below(terms.size())]);
    }
    return words;
  }

  std::vector<std::string> words_in_order() {
    const Xapian::docid docid = document();
    std::vector<std::pair<Xapian::termpos, std::string>> placed;
    if (docid != 0) {
      for (auto term = database_.termlist_begin(docid); term != database_.termlist_end(docid);
           ++term) {
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
          placed.emplace_back(*at, *term);
        }
      }
    }
    std::sort(placed.begin(), placed.end());
    std::vector<std::string> words;
    if (placed.empty()) return {"a", "b"};
    const std::size_t first = below(placed.size());
    const std::size_t end = std::min(first + 2 + below(max_words - 1), placed.size());
    for (std::size_t i = first; i < end; ++i) words.push_back(placed[i].second);
    return words;
  }

  const Xapian::Database& database_;
  std::mt19937 random_;
  std::vector<Xapian::docid> all_;
};

Xapian::MSet best(const Xapian::Database& database, const Query& query) {
  constexpr Xapian::doccount page = 20;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  return enquire.get_mset(0, page);
}

}  // namespace

std::vector<std::string> query_differences(const Xapian::Database& expected,
                                           const Xapian::Database& actual, unsigned queries,
                                           unsigned seed) {
  return Differences().collect([&](Differences& found) {
    QueryMaker maker(expected, seed);
    for (unsigned i = 0; i < queries; ++i) {
      const Query query = maker.next();
      const std::string name = query.get_description();
      const Xapian::MSet a = best(expected, query);
      const Xapian::MSet b = best(actual, query);
      found.same(a.get_matches_lower_bound(), b.get_matches_lower_bound(), "fewest of ", name);
      found.same(a.get_matches_estimated(), b.get_matches_estimated(), "estimate of ", name);
      found.same(a.get_matches_upper_bound(), b.get_matches_upper_bound(), "most of ", name);
      found.same(a.get_max_possible(), b.get_max_possible(), "best weight of ", name);
      if (!found.same(a.size(), b.size(), "matches of ", name)) continue;
      for (Xapian::doccount rank = 0; rank < a.size(); ++rank) {
        found.same(*a[rank], *b[rank], "order of ", name);
        found.same(a[rank].get_weight(), b[rank].get_weight(), "weights of ", name);
      }
    }
  });
}

}  // namespace kliping::glass
