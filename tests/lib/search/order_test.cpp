// SPDX-License-Identifier: GPL-3.0-or-later
// Orders, counts and explanations, against a slow and obvious way to the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <tuple>

#include "lib/test_index.hpp"
#include "search/explain.hpp"
#include "search/facets.hpp"
#include "search/matcher.hpp"
#include "search/recency.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

constexpr const char* words[] = {"banjir", "pasar", "gempa", "kota", "jembatan", "hujan", "sungai"};

/// Few words, few days: many articles equal one another in whatever they are ordered by.
std::vector<Article> random_articles(std::mt19937& random, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string body;
    for (auto w = 2 + random() % 6; w > 0; --w)
      body += std::string{words[random() % std::size(words)]} + " ";
    articles.push_back(make_article(
        std::to_string(10'000 + random() % 90'000) + "x" + std::to_string(i), "", body));
    if (random() % 4 != 0) {
      articles.back().date = Date{1'556'161'920 + 86'400 * static_cast<std::int64_t>(random() % 5),
                                  420, Date::Precision::second};
    }
  }
  return articles;
}

BuiltQuery build_any(const std::string& query) {
  return QueryBuilder(Forms::all).build(parse_query(query, kliping::test::today), Operator::any);
}

/// Every match with its keys, by an enquiry that nothing limits.
struct Known {
  Xapian::docid document;
  double score;
  std::string date;
  std::string id;
};

std::vector<Known> all_matches(const Xapian::Database& database, const Question& question) {
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  std::vector<Known> known;
  for (auto i = set.begin(); i != set.end(); ++i) {
    known.push_back({*i, rounded_score(i.get_weight()), value_of(database, *i, schema::Slot::date),
                     value_of(database, *i, schema::Slot::identity)});
  }
  return known;
}

bool by_relevance(const Known& a, const Known& b) {
  return std::tie(b.score, b.date, a.id) < std::tie(a.score, a.date, b.id);
}

bool by_date(const Known& a, const Known& b) {
  return std::tie(b.date, a.id) < std::tie(a.date, b.id);
}

bool oldest_first(const Known& a, const Known& b) {
  if (a.date.empty() != b.date.empty()) return b.date.empty();
  return std::tie(a.date, a.id) < std::tie(b.date, b.id);
}

void check_order(const Xapian::Database& database, const Question& question, const Window& window,
                 std::size_t wanted, bool (*before)(const Known&, const Known&)) {
  std::vector<Known> known = all_matches(database, question);
  std::sort(known.begin(), known.end(), before);
  known.resize(std::min(wanted, known.size()));
  const auto found = first_matches(database, question, window, Scores::present, wanted).matches;
  REQUIRE(found.size() == known.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].document == known[i].document);
    CHECK(found[i].rank == i + 1);
  }
}

}  // namespace

TEST_CASE("order: any page is the head of the whole order, however many are equal") {
  const auto seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  const TestIndex index(random_articles(random, 1500));
  for (const char* const query : {"banjir", "banjir pasar", "gempa kota jembatan", "hujan"}) {
    const Question question{build_any(query).query};
    for (const std::size_t wanted : {1, 10, 150}) {
      CAPTURE(query);
      CAPTURE(wanted);
      check_order(index.database(), question, {}, wanted, by_relevance);
      check_order(index.database(), question, {{.order = Order::date}}, wanted, by_date);
      check_order(index.database(), question,
                  {{.order = Order::date, .direction = Direction::reversed}}, wanted, oldest_first);
    }
  }
}

TEST_CASE("order: age takes half of the score a half-life, and no later match is forgotten") {
  const auto seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  const TestIndex index(random_articles(random, 1500));
  const Recency recency{86'400, 1'556'161'920 + 4 * 86'400};
  CHECK(kept_by_age(recency, schema::sort_key(recency.now)) == 1);
  CHECK(kept_by_age(recency, schema::sort_key(recency.now + 99)) == 1);
  CHECK(kept_by_age(recency, schema::sort_key(recency.now - 2 * 86'400)) == doctest::Approx(0.25));
  CHECK(kept_by_age(recency, "") == kept_by_age(recency, schema::sort_key(0)));

  const Question question{build_any("banjir pasar").query};
  std::vector<Known> known = all_matches(index.database(), question);
  for (Known& k : known) k.score *= kept_by_age(recency, k.date);
  std::sort(known.begin(), known.end(), by_relevance);
  const auto found =
      first_matches(index.database(), question, {{}, recency}, Scores::present, 40).matches;
  REQUIRE(found.size() == 40);
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].document == known[i].document);
}

TEST_CASE("explain: the parts add up to the score") {
  const auto seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  const TestIndex index(random_articles(random, 300));
  const char* const queries[] = {"banjir",
                                 "banjir pasar",
                                 "membanjiri kota gempa",
                                 "\"banjir pasar\"",
                                 "banjir OR (kota sungai)",
                                 "judul:banjir pasar",
                                 "banjir -pasar",
                                 "banjir pasar gempa kota jembatan"};
  for (const char* const query : queries) {
    for (const Operator op : {Operator::automatic, Operator::any}) {
      CAPTURE(query);
      const BuiltQuery built =
          QueryBuilder(Forms::all).build(parse_query(query, kliping::test::today), op);
      const Matches matches = match(index.database(), built, {});
      const auto parts = explain_scores(index.database(), matches);
      for (const Match& m : matches.page) {
        const auto& own = parts.at(m.document);
        const double sum = std::accumulate(
            own.begin(), own.end(), 0.0, [](double s, const ScorePart& p) { return s + p.weight; });
        CHECK(sum == doctest::Approx(m.score).epsilon(0.0001));
      }
    }
  }
}

TEST_CASE("facets: exact counts, the most frequent first, dates in their order, nothing last") {
  std::vector<Article> articles;
  const auto add = [&](const char* id, const char* source, int day) {
    articles.push_back(make_article(id, "", "banjir"));
    articles.back().source = source;
    if (day >= 0) {
      articles.back().date =
          Date{1'556'161'920 + 86'400 * static_cast<std::int64_t>(day), 420, Date::Precision::day};
    }
  };
  for (int i = 0; i < 40; ++i) add(("a" + std::to_string(i)).c_str(), "", 10 * (i % 4));
  add("b", "", -1);
  const TestIndex index(articles);
  const auto count = [&](FacetField field, std::size_t limit) {
    const FacetRequest request{field, limit};
    const auto counted =
        count_all(index.database(), {build_any("banjir").query}, slots_of({request}));
    CHECK(counted.total == 41);
    return facet_of(request, counted.values);
  };
  const Facet months = count(FacetField::month, 10);
  CHECK(months.values == std::vector<FacetValue>{{"2019-04", 10}, {"2019-05", 30}, {"", 1}});
  const Facet most = count(FacetField::month, 1);
  CHECK(most.values == std::vector<FacetValue>{{"2019-05", 30}});
  CHECK(most.other_values == 2);
  CHECK(most.other_articles == 11);
  CHECK(count(FacetField::year, 10).values == std::vector<FacetValue>{{"2019", 40}, {"", 1}});
}
