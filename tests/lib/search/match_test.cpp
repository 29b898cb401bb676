// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/matcher.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "lib/test_index.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

/// As the searcher asks for a list: every match for itself, and no exact count.
const Window list{{.count = Count::estimated, .collapse = Collapse::off}};

Matches find(const TestIndex& index, const char* query, const Window& window = list,
             Operator op = Operator::automatic) {
  const BuiltQuery built =
      QueryBuilder(Forms::all).build(parse_query(query, kliping::test::today), op);
  return match(index.database(), built, window);
}

std::string ids(const TestIndex& index, const Matches& matches) {
  std::string out;
  for (const Match& m : matches.page) {
    out += (out.empty() ? "" : " ") + identity_of(index.database(), m.document);
  }
  return out;
}

std::string found(const TestIndex& index, const char* query, const Window& window = list,
                  Operator op = Operator::automatic) {
  return ids(index, find(index, query, window, op));
}

/// Both answer the query; the one that serves the reader better stands first.
void preferred(const char* query, const Article& better, const Article& worse) {
  CAPTURE(query);
  Article first = worse, second = better;
  first.id = "worse";
  second.id = "better";
  const std::vector<Article> background{
      make_article("x1", "Pasar", "Harga cabai naik di pasar kota."),
      make_article("x2", "Jalan", "Perbaikan jalan desa dimulai."),
      make_article("x3", "Sekolah", "Murid belajar menanam padi.")};
  std::vector<Article> all{first, second};
  all.insert(all.end(), background.begin(), background.end());
  CHECK(found(TestIndex(all), query, list, Operator::any).starts_with("better worse"));
}

const Date day_1{1'556'161'920, 420, Date::Precision::second};
const Date day_2{1'556'261'920, 420, Date::Precision::second};

}  // namespace

TEST_CASE("ranking: preferences") {
  const std::string rest = " Warga menunggu bantuan dari pemerintah daerah sejak pagi.";
  preferred("banjir", make_article("", "Banjir di kota", "Air naik." + rest),
            make_article("", "Air di kota", "Banjir naik." + rest));
  preferred("banjir", make_article("", "Air", "Banjir, lalu banjir lagi, dan banjir." + rest),
            make_article("", "Air", "Banjir, lalu hujan lagi, dan angin." + rest));
  preferred("membanjiri", make_article("", "Air", "Sungai membanjiri sawah." + rest),
            make_article("", "Air", "Sungai banjir ke sawah." + rest));
  preferred("banjir sawah", make_article("", "Air", "Sungai banjir ke sawah." + rest),
            make_article("", "Air", "Sungai banjir ke rumah." + rest));
  preferred("banjir", make_article("", "Air", "Sungai banjir." + rest),
            make_article("", "Air", "Sungai banjir." + rest + rest + rest + rest));
}

TEST_CASE("match: a few articles with all words stay in front of those with half of them") {
  const TestIndex index({make_article("rest", "", "banjir banjir banjir bandung"),
                         make_article("all", "", "banjir jakarta selatan, lalu hujan dan angin"),
                         make_article("none", "", "gempa")});
  const Matches matches = find(index, "banjir jakarta");
  CHECK(ids(index, matches) == "all rest");
  CHECK(matches.relaxed);
  CHECK(matches.complete == 1);
  CHECK(matches.total == 2);
  CHECK(found(index, "banjir AND jakarta") == "all");
  // By date the rest would bury them.
  CHECK(found(index, "banjir jakarta", {{.order = Order::date}}) == "all");
}

TEST_CASE("match: enough articles with all words are all that is shown, on every page and count") {
  std::vector<Article> articles{make_article("half", "", "banjir")};
  for (std::size_t i = 1; i < enough_complete; ++i)
    articles.push_back(make_article(std::to_string(i), "", "banjir jakarta"));
  CHECK(find(TestIndex(articles), "banjir jakarta", {{.limit = 1, .count = Count::estimated}})
            .total == enough_complete);
  articles.push_back(make_article("last", "", "banjir jakarta"));
  const TestIndex index(articles);
  for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, std::size_t{100}}) {
    for (const Count count : {Count::estimated, Count::exact}) {
      const Matches matches = find(index, "banjir jakarta", {{.limit = limit, .count = count}});
      CHECK_FALSE(matches.relaxed);
      CHECK(matches.total == enough_complete);
    }
  }
}

TEST_CASE("match: all words, else most of them, and it says so") {
  const TestIndex index({make_article("a", "", "banjir jakarta selatan"),
                         make_article("b", "", "banjir bandung"),
                         make_article("c", "", "gempa jakarta")});
  CHECK(found(index, "banjir jakarta", list, Operator::all) == "a");
  CHECK_FALSE(find(index, "banjir jakarta", list, Operator::all).relaxed);

  const Matches relaxed = find(index, "banjir jakarta gempa");
  CHECK(relaxed.relaxed);
  CHECK(relaxed.total == 2);
  for (const Match& m : relaxed.page) CHECK(m.score < 100);

  CHECK(found(index, "banjir jakarta selatan gempa") == "a");
  CHECK(found(index, "bandung aaaaa bbbbb ccccc") == "b");
  CHECK(found(index, "banjir gempa", list, Operator::all) == "");
  CHECK(find(index, "tsunami").total == 0);
  CHECK_FALSE(find(index, "tsunami zzzzz").relaxed);
}

TEST_CASE("match: relaxing gives up words, never what was demanded or excluded") {
  const TestIndex index({make_article("a", "", "banjir jakarta"),
                         make_article("b", "", "banjir bandung"),
                         make_article("c", "", "gempa jakarta")});
  CHECK(found(index, "banjir gempa -bandung -jakarta") == "");
  CHECK(found(index, "banjir gempa -bandung +jakarta") == "c a");
}

TEST_CASE("match: equals are ordered by date, then by identity, whatever their order inside") {
  std::vector<Article> articles;
  for (const char* const id : {"e", "c", "a", "d", "b"})
    articles.push_back(make_article(id, "", "banjir"));
  articles[1].date = day_1;
  articles[3].date = day_2;
  CHECK(found(TestIndex(articles), "banjir") == "d c a b e");
  std::reverse(articles.begin(), articles.end());
  const TestIndex index(articles);
  CHECK(found(index, "banjir") == "d c a b e");
  CHECK(found(index, "banjir", {{.offset = 1, .limit = 2}}) == "c a");
  CHECK(found(index, "banjir", {{.order = Order::date}}) == "d c a b e");
  CHECK(found(index, "banjir", {{.order = Order::date, .direction = Direction::reversed}}) ==
        "c d a b e");
}

TEST_CASE("match: many equals are cut the same way on every page") {
  std::vector<Article> articles;
  for (int i = 999; i >= 100; --i)
    articles.push_back(make_article(std::to_string(i), "", "banjir"));
  const TestIndex index(articles);
  CHECK(found(index, "banjir", {{.limit = 3}}) == "100 101 102");
  CHECK(found(index, "banjir", {{.offset = 500, .limit = 2}}) == "600 601");
}

TEST_CASE("match: a page is a window; a total is exact when asked for") {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i)
    articles.push_back(make_article(std::to_string(i), "", "banjir kota"));
  const TestIndex index(articles);
  const Matches matches =
      find(index, "banjir", {{.offset = 298, .limit = 10, .count = Count::exact}});
  CHECK(matches.page.size() == 2);
  CHECK(matches.total == 300);
  CHECK(matches.page.front().rank == 299);
  CHECK(find(index, "banjir", {{.offset = 301}}).page.empty());
}

TEST_CASE("match: dates limit, and an article without one is in no range") {
  std::vector<Article> articles{make_article("old", "", "banjir"),
                                make_article("undated", "", "banjir"),
                                make_article("new", "", "banjir")};
  articles[0].date = day_1;  // 2019-04-25
  articles[2].date = day_2;  // 2019-04-26
  const TestIndex index(articles);
  CHECK(found(index, "banjir tanggal:2019-04-25") == "old");
  CHECK(found(index, "banjir tanggal:2019") == "new old");
  CHECK(found(index, "banjir tanggal:..2019") == "new old");
  CHECK(found(index, "banjir tanggal:2019-04-26..") == "new");
  CHECK(found(index, "tanggal:2019") == "new old");
  CHECK(found(index, "banjir -tanggal:2019") == "undated");
}

TEST_CASE("match: an empty index answers nothing") {
  const TestIndex index({});
  CHECK(find(index, "banjir").total == 0);
  CHECK(find(index, "-banjir").total == 0);
}
