// SPDX-License-Identifier: GPL-3.0-or-later
// A relaxed query counted word by word finds and weighs what Xapian's matcher does.
#include "search/relaxation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "lib/test_index.hpp"
#include "query/query_builder.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

// Forms of one root, a name with a short form, words of every frequency.
constexpr const char* words[] = {"banjir", "membanjiri", "pasar", "korea",  "utara", "korut",
                                 "gempa",  "jembatan",   "hujan", "sungai", "kota",  "jalan"};

std::vector<Article> random_articles(std::mt19937& random, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    std::string body;
    for (auto w = 1 + random() % 9; w > 0; --w) {
      body += std::string{words[std::min(random(), random()) % std::size(words)]} + " ";
    }
    articles.push_back(make_article("id" + std::to_string(i), "", body));
  }
  return articles;
}

std::vector<std::pair<Xapian::docid, double>> sorted(const std::vector<Match>& matches) {
  std::vector<std::pair<Xapian::docid, double>> out;
  for (const Match& m : matches) out.emplace_back(m.document, m.score);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

TEST_CASE("relaxation: counted matches and scores are those of Xapian's matcher") {
  constexpr unsigned seed = 6;
  std::mt19937 random(seed);
  CAPTURE(seed);
  const TestIndex index(random_articles(random, 400));
  const Xapian::Database& database = index.database();
  std::size_t found = 0;
  for (int round = 0; round < 300; ++round) {
    std::string query;
    for (auto w = 3 + random() % 5; w > 0; --w) {
      query += std::string{words[random() % std::size(words)]} + " ";
    }
    if (round % 4 == 0) query += "\"pasar kota\"";
    CAPTURE(query);
    const BuiltQuery built =
        QueryBuilder(Forms::all)
            .build(parse_query(query, kliping::test::today), Operator::automatic);
    if (built.relaxed.empty()) continue;
    for (std::size_t least = 2; least <= (built.optional_count + 1) / 2 + 1; ++least) {
      const Question question{with_at_least(database, built.relaxed, least),
                              static_cast<double>(least) * coordination_weight};
      const Question plain{built.relaxed, question.cutoff};
      const auto expected =
          sorted(first_matches(database, plain, {}, Scores::present, 400).matches);
      CHECK(sorted(first_matches(database, question, {}, Scores::present, 400).matches) ==
            expected);
      const auto counted = counted_matches(database, built.relaxed, least);
      REQUIRE(counted);
      CHECK(sorted(*counted) == expected);
      found += expected.size();
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("relaxation: filters around the words are left to the matcher") {
  std::mt19937 random(1);
  const TestIndex index(random_articles(random, 20));
  const BuiltQuery built = QueryBuilder(Forms::all)
                               .build(parse_query("banjir pasar gempa -kota", kliping::test::today),
                                      Operator::automatic);
  REQUIRE(!built.relaxed.empty());
  CHECK(!counted_matches(index.database(), built.relaxed, 2));
  const BuiltQuery words =
      QueryBuilder(Forms::all)
          .build(parse_query("banjir pasar gempa", kliping::test::today), Operator::automatic);
  CHECK(!counted_matches(index.database(), words.relaxed, 1));
}
