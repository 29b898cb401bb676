// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/collapse.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "lib/test_index.hpp"
#include "search/matcher.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

const std::string flood =
    "Tanggul sungai jebol pada Senin malam dan banjir menggenangi tiga dusun di hilir. Dua ratus "
    "keluarga mengungsi ke balai desa dengan perahu karet milik regu penolong. Dapur umum dibuka "
    "sejak subuh, dan selimut serta obat-obatan tiba dari kota menjelang siang.";
const std::string market =
    "Harga cabai di pasar induk naik dua kali lipat karena banjir merusak ladang di lereng gunung. "
    "Pedagang mengaku pasokan terhenti sejak jalan longsor, dan pembeli beralih ke cabai kering.";

Article dated(Article article, std::int64_t day) {
  article.date = Date{day * 86'400, 420, Date::Precision::day};
  return article;
}

/// A story on two sites and once more with another lead, and two stories of their own.
std::vector<Article> archive() {
  return {dated(make_article("kota-2", "Banjir", flood), 2),
          dated(make_article("kabar-1", "Banjir", flood), 1),
          dated(make_article("harian-3", "Bantuan banjir", "Bupati datang meninjau. " + flood), 3),
          dated(make_article("pasar", "Harga cabai", market), 4),
          dated(make_article("jalan", "Jalan", "Jalan desa diperbaiki setelah banjir surut."), 5)};
}

Matches find(const TestIndex& index, Window window, const char* query = "banjir") {
  return match(
      index.database(),
      QueryBuilder(Forms::all).build(parse_query(query, kliping::test::today), Operator::all),
      window);
}

Window collapsing(std::size_t offset = 0, std::size_t limit = 10) {
  return {{.offset = offset, .limit = limit, .collapse = Collapse::on}};
}

std::string id(const TestIndex& index, Xapian::docid document) {
  return identity_of(index.database(), document);
}

/// `kabar-1(kota-2,harian-3) jalan pasar`
std::string shown(const TestIndex& index, const Matches& matches) {
  std::string out;
  for (const Match& m : matches.page) {
    out += (out.empty() ? "" : " ") + id(index, m.document);
    std::string copies;
    for (const Xapian::docid d : m.duplicates) copies += (copies.empty() ? "" : ",") + id(index, d);
    if (!copies.empty()) out += "(" + copies + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("collapse: duplicates stand behind the best, of copies the earliest") {
  const TestIndex index(archive());
  const std::string all = shown(index, find(index, collapsing()));
  CHECK(all.find("kabar-1(kota-2,harian-3)") != all.npos);
  CHECK(find(index, collapsing()).page.size() == 3);
  CHECK(find(index, {{.collapse = Collapse::off}}).page.size() == 5);
}

TEST_CASE("collapse: counts are of articles, ranks of what is shown") {
  const TestIndex index(archive());
  Window window = collapsing();
  window.count = Count::exact;
  const Matches matches = find(index, window);
  CHECK(matches.total == 5);
  for (std::size_t i = 0; i < matches.page.size(); ++i) CHECK(matches.page[i].rank == i + 1);
}

TEST_CASE("collapse: pages put together are the whole") {
  std::vector<Article> articles = archive();
  for (int i = 0; i < 40; ++i) {
    const std::string place = "kampung" + std::to_string(i);
    std::string own;
    for (int word = 0; word < 40; ++word) own += place + std::to_string(word) + ' ';
    for (int copy = 0; copy <= i % 3; ++copy) {
      articles.push_back(make_article(place + "-" + std::to_string(copy), "Banjir " + place, own));
    }
  }
  const TestIndex index(articles);
  const std::string whole =
      shown(index, find(index, collapsing(0, std::numeric_limits<std::size_t>::max())));
  std::string pages;
  for (std::size_t offset = 0;; offset += 7) {
    const Matches matches = find(index, collapsing(offset, 7));
    if (matches.page.empty()) break;
    CHECK(matches.page.front().rank == offset + 1);
    pages += (pages.empty() ? "" : " ") + shown(index, matches);
  }
  CHECK(pages == whole);
}

TEST_CASE("collapse: by date the newest of the duplicates is shown") {
  const TestIndex index(archive());
  Window window = collapsing();
  window.order = Order::date;
  CHECK(shown(index, find(index, window)) == "jalan pasar harian-3(kota-2,kabar-1)");
  window.direction = Direction::reversed;
  CHECK(shown(index, find(index, window)) == "kabar-1(kota-2,harian-3) pasar jalan");
}

TEST_CASE("collapse: more than a page of duplicates does not shorten the next page") {
  std::vector<Article> articles = archive();
  for (int i = 0; i < 200; ++i) {
    articles.push_back(make_article("salinan-" + std::to_string(i), "Banjir", flood));
  }
  const TestIndex index(articles);
  const Matches matches = find(index, collapsing(0, 3));
  REQUIRE(matches.page.size() == 3);
  std::size_t copies = 0;
  for (const Match& m : matches.page) copies += m.duplicates.size();
  CHECK(copies == 202);
}

TEST_CASE("collapse: an index without signatures is left as it is") {
  Xapian::WritableDatabase plain("", Xapian::DB_BACKEND_INMEMORY);
  for (const char* const name : {"a", "b"}) {
    Xapian::Document document;
    document.add_posting("banjir", 1001);
    document.add_term("Zbanjir");
    document.add_value(static_cast<Xapian::valueno>(schema::Slot::identity), name);
    plain.add_document(document);
  }
  const BuiltQuery query =
      QueryBuilder(Forms::all)
          .build(parse_query("banjir", kliping::test::today), Operator::automatic);
  CHECK(match(plain, query, collapsing()).page.size() == 2);
}
