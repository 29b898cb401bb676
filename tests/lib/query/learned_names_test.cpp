// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/learned_names.hpp"

#include <doctest/doctest.h>

#include <string>

#include "lib/test_index.hpp"
#include "search/explain_query.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

/// `count` articles that say so.
std::vector<Article> saying(const std::string& body, int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    articles.push_back(make_article(body.substr(0, 9) + std::to_string(i), "Kabar", body));
  }
  return articles;
}

/// `lmx = lembaga minat xilofon (3)`, one a line.
std::string names(const Xapian::Database& database, std::string_view query) {
  TokenList list;
  Analyzer{}.analyze_query(query, list);
  std::string lines;
  for (const OtherName& name : LearnedNames(database).of(query, list.tokens)) {
    const std::uint32_t begin = list.tokens[name.first].span.begin;
    lines += query.substr(begin, list.tokens[name.last - 1].span.end - begin);
    lines += " =";
    for (const std::string& word : name.words) lines += ' ' + word;
    lines += " (" + std::to_string(name.articles) + ")\n";
  }
  return lines;
}

const std::string xylophone = "Ketua Lembaga Minat Xilofon (LMX) hadir.";

}  // namespace

TEST_CASE("learned names: three articles teach a name, both ways") {
  const TestIndex index(saying(xylophone, 3));
  CHECK(names(index.database(), "ketua lmx") == "lmx = lembaga minat xilofon (3)\n");
  CHECK(names(index.database(), "lembaga minat xilofon kota") ==
        "lembaga minat xilofon = lmx (3)\n");
  CHECK(names(index.database(), "minat xilofon") == "");
  const TestIndex rare(saying(xylophone, 2));
  CHECK(names(rare.database(), "lmx") == "");
}

TEST_CASE("learned names: several databases count together") {
  const TestIndex one(saying(xylophone, 1)), other(saying(xylophone, 2));
  Xapian::Database both;
  both.add_database(one.database());
  both.add_database(other.database());
  CHECK(names(both, "lmx") == "lmx = lembaga minat xilofon (3)\n");
  CHECK(names(both, "lembaga minat xilofon") == "lembaga minat xilofon = lmx (3)\n");
}

TEST_CASE("learned names: a short form of two meanings has none") {
  std::vector<Article> articles = saying(xylophone, 6);
  const auto more = saying("Biro Laskar Muda Xenia (LMX) rapat.", 3);
  articles.insert(articles.end(), more.begin(), more.end());
  const TestIndex index(articles);
  CHECK(names(index.database(), "lmx") == "");
  CHECK(names(index.database(), "lembaga minat xilofon") == "");
}

TEST_CASE("learned names: two letters need ten articles") {
  const std::string body = "Gubernur Qasim Xaverius (QX) hadir.";
  CHECK(names(TestIndex(saying(body, 9)).database(), "qx") == "");
  CHECK(names(TestIndex(saying(body, 10)).database(), "qx") == "qx = qasim xaverius (10)\n");
}

TEST_CASE("learned names: our table knows better") {
  const TestIndex index(saying("Kelompok Pemuda Kreatif (KPK), Pekan Budaya Bali (PBB).", 5));
  CHECK(names(index.database(), "kpk") == "");  // in the table
  CHECK(names(index.database(), "pbb") == "");  // in the table as ambiguous
}

TEST_CASE("learned names: of a tabled short form's meanings the archive knows its own") {
  const std::string nations = "Sidang Perserikatan Bangsa-Bangsa (PBB) dibuka.";
  const std::string unhyphened = "Sidang Perserikatan Bangsa Bangsa (PBB) dibuka.";
  const std::string tax = "Tarif Pajak Bumi dan Bangunan (PBB) naik.";
  const auto archive = [](std::vector<Article> articles, const std::vector<Article>& more) {
    articles.insert(articles.end(), more.begin(), more.end());
    for (std::size_t i = 0; i < articles.size(); ++i) articles[i].id = std::to_string(i);
    return articles;
  };
  const TestIndex clear(
      archive(archive(saying(nations, 4), saying(unhyphened, 1)), saying(tax, 2)));
  CHECK(names(clear.database(), "pbb") == "pbb = perserikatan bangsa-bangsa (5)\n");
  CHECK(names(clear.database(), "Perserikatan Bangsa Bangsa") ==
        "Perserikatan Bangsa Bangsa = pbb (5)\n");
  CHECK(names(clear.database(), "pajak bumi dan bangunan") == "");
  const TestIndex torn(archive(saying(nations, 4), saying(tax, 4)));
  CHECK(names(torn.database(), "pbb") == "");
  // Another word in small letters: for no name, and only in capitals.
  const TestIndex minister(saying("Kabinet Perdana Menteri (PM) rapat.", 10));
  CHECK(names(minister.database(), "PM") == "PM = perdana menteri (10)\n");
  CHECK(names(minister.database(), "pm") == "");
  CHECK(names(minister.database(), "perdana menteri") == "");
}

TEST_CASE("learned names: an everyday word must be in capitals, and stands for no name") {
  const TestIndex index(saying("Titik Evakuasi Sementara (TES) penuh.", 5));
  CHECK(names(index.database(), "tes bahasa") == "");
  CHECK(names(index.database(), "TES") == "TES = titik evakuasi sementara (5)\n");
  CHECK(names(index.database(), "titik evakuasi sementara") == "");
}

TEST_CASE("learned names: the query says where a name comes from") {
  const TestIndex index(saying(xylophone, 3));
  const Node tree = parse_query("LMX Korut beresiko", kliping::test::today);
  const BuiltQuery built =
      QueryBuilder(Forms::all, Synonyms::used, {}, LearnedNames(index.database()))
          .build(tree, Operator::all);
  const std::string told = explain_query("LMX Korut beresiko", tree, built, Analyzer{});
  CHECK(told.find("other name: LMX = lembaga minat xilofon (learned from 3 articles)\n") !=
        std::string::npos);
  CHECK(told.find("other name: Korut = korea utara (table)\n") != std::string::npos);
  CHECK(told.find("token: beresiko → risiko (ber- resiko; today's spelling risiko)\n") !=
        std::string::npos);
}
