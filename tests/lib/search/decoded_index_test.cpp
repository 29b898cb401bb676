// SPDX-License-Identifier: GPL-3.0-or-later
// What is read in quick ways on this machine, once or for a batch, is what Xapian's matcher finds.
#include "search/decoded_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "lib/test_index.hpp"
#include "query/query_builder.hpp"
#include "query/vocabulary.hpp"
#include "search/matcher.hpp"
#include "search/term_matcher.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

// Forms of one root, a name with a short form, a glued word, words of every frequency.
constexpr const char* words[] = {"banjir", "membanjiri", "kebanjiran", "pasar",      "korea",
                                 "utara",  "korut",      "gempa",      "jembatan",   "hujan",
                                 "sungai", "kota",       "perkotaan",  "KorutPutin", "jalan"};

std::string random_words(std::mt19937& random, std::size_t least, std::size_t most) {
  std::string text;
  for (auto w = least + random() % (most - least + 1); w > 0; --w) {
    text += std::string{words[std::min(random(), random()) % std::size(words)]} + " ";
  }
  return text;
}

/// Many alike in score, some of these in date as well, some without one.
std::vector<Article> random_articles(std::mt19937& random, std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(make_article(std::to_string(random()), random_words(random, 0, 2),
                                    random_words(random, 1, 9)));
    const auto day = random() % 30;
    if (day > 5) articles.back().date = Date{static_cast<std::int64_t>(day) * 86'400, 0};
  }
  return articles;
}

/// Everything that the language has, words more often than the rest.
std::string random_query(std::mt19937& random) {
  std::string query = random_words(random, 1, 5);
  switch (random() % 12) {
    case 0:
      return query + "\"pasar kota\"";
    case 1:
      return query + "ban*";
    case 2:
      return query + "-gempa";
    case 3:
      return "+=banjir " + query;
    case 4:
      return query + "judul:hujan";
    case 5:
      return "=banjir (sumber:a) " + query;
    case 6:
      return query + "(jalan OR sungai) kota";
    case 7:
      return query + "tanggal:1970-01-10..";
    default:
      return query;
  }
}

struct Row {
  Xapian::docid document;
  std::size_t rank;
  double score;
  bool operator==(const Row&) const = default;
};

std::vector<Row> rows(const std::vector<Match>& matches) {
  std::vector<Row> out;
  for (const Match& m : matches) out.push_back({m.document, m.rank, m.score});
  return out;
}

BuiltQuery build(const std::string& query, const Xapian::Database& database, Operator op) {
  Node tree = parse_query(query, kliping::test::today);
  expand_patterns(tree, database);
  return QueryBuilder(Forms::all).build(tree, op);
}

void check_same(const Matches& found, const Matches& expected) {
  CHECK(found.total == expected.total);
  CHECK(found.relaxed == expected.relaxed);
  CHECK(rows(found.page) == rows(expected.page));
  REQUIRE(found.values.size() == expected.values.size());
  for (std::size_t i = 0; i < found.values.size(); ++i) {
    CHECK(found.values[i].slot == expected.values[i].slot);
    CHECK(found.values[i].counts == expected.values[i].counts);
  }
}

/// Feedback passes over matches that cannot come to the first ones.
void check_few(const Xapian::Database& database, DecodedIndex& decoded, const BuiltQuery& built,
               std::size_t wanted, std::vector<Row> first) {
  first.resize(std::min(first.size(), wanted), {});
  const Window few{{.limit = wanted, .collapse = Collapse::off}};
  CHECK(rows(match(database, built, few).page) == first);
  CHECK(rows(match({database, Place::here, &decoded}, built, few).page) == first);
}

void compare(const Xapian::Database& database, DecodedIndex& decoded, std::mt19937& random) {
  const std::string query = random_query(random);
  CAPTURE(query);
  constexpr Operator ops[] = {Operator::any, Operator::all, Operator::automatic};
  const BuiltQuery built = build(query, database, ops[random() % std::size(ops)]);
  // All of them: Xapian's matcher loses some at the end of a page (search/pruning.hpp).
  const PageOptions page{.limit = 1'000,
                         .count = Count::exact,
                         .collapse = random() % 4 == 0 ? Collapse::on : Collapse::off};
  const Window window{page, std::nullopt, {schema::Slot::day, schema::Slot::source}};
  const Matches expected = match(database, built, window);
  const Matches found = match({database, Place::here, &decoded}, built, window);
  check_same(found, expected);
  check_same(match({database, Place::here}, built, window), expected);
  const std::size_t wanted = 1 + random() % 300;
  if (!expected.feedback.empty() && window.collapse == Collapse::off)
    check_few(database, decoded, built, wanted, rows(expected.page));
  const auto few = first_by_postings(decoded, {built.query, 0}, wanted);
  if (!few) return;
  auto first = rows(first_matches(database, {built.query, 0}, {}, Scores::present, 1'000).matches);
  CHECK(few->estimated == first.size());
  first.resize(std::min(first.size(), wanted), {});
  CHECK(rows(few->matches) == first);
}

}  // namespace

TEST_CASE(
    "decoded index: batches, and searches on this machine, answer as searches of servers do") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const TestIndex first(random_articles(random, 250));
  const TestIndex second(random_articles(random, 90));
  Xapian::Database both;
  both.add_database(first.database());
  both.add_database(second.database());
  for (const Xapian::Database& database : {first.database(), both}) {
    // The second forgets all the time.
    for (const std::size_t kept : {DecodedIndex::most_kept, std::size_t{300}}) {
      const auto decoded = DecodedIndex::of(database, kept);
      REQUIRE(decoded);
      for (int round = 0; round < 250; ++round) compare(database, *decoded, random);
    }
  }
}

TEST_CASE("decoded index: words and what is joined to them by OR are weighed, the rest is left") {
  std::mt19937 random(1);
  const TestIndex index(random_articles(random, 50));
  const auto decoded = DecodedIndex::of(index.database());
  struct Case {
    const char* why;
    const char* query;
    Operator op;
    bool weighed;
  };
  const Case cases[] = {
      {"any of some words", "banjir kota", Operator::any, true},
      {"all of them", "banjir kota", Operator::all, true},
      {"a phrase among others", "banjir \"pasar kota\"", Operator::any, true},
      {"a phrase that must be there", "banjir \"pasar kota\"", Operator::all, false},
      {"a filter", "banjir kota sumber:a", Operator::any, false},
      {"alternatives that must be there", "banjir (kota OR jalan)", Operator::all, false},
  };
  for (const auto& example : cases) {
    CAPTURE(example.why);
    const BuiltQuery built = build(example.query, index.database(), example.op);
    CHECK(first_by_postings(*decoded, {built.query, 0}, 10).has_value() == example.weighed);
  }
}

TEST_CASE("decoded index: dates and identities of articles") {
  Article old = make_article("lama", "", "banjir");
  old.date = Date{-1, 0};
  Article young = make_article("baru", "", "banjir");
  young.date = Date{1, 0};
  const TestIndex index({old, make_article("tanpa", "", "banjir"), young});
  const auto decoded = DecodedIndex::of(index.database());
  CHECK(decoded->date(3) > decoded->date(1));
  CHECK(decoded->date(1) > decoded->date(2));
  CHECK(decoded->date(2) == 0);
  CHECK(decoded->identity(1) == "lama");
  CHECK(decoded->identity(2) == "tanpa");
  CHECK(decoded->identity(3) == "baru");
}
