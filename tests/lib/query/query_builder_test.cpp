// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query_builder.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kliping/error.hpp"

#include "lib/test_index.hpp"

using namespace kliping;

namespace {

std::string built(const char* query, Operator op = Operator::all, Forms forms = Forms::all) {
  return QueryBuilder(forms)
      .build(parse_query(query, kliping::test::today), op)
      .query.get_description();
}

}  // namespace

TEST_CASE("query builder: a word is its root, and more where the form is the same") {
  CHECK(built("=banjir") == "Query(banjir)");
  CHECK(built("banjir", Operator::all, Forms::exact) == "Query(banjir)");
  CHECK(built("membanjiri") == "Query((Zbanjir AND_MAYBE 0.4500000000000000111 * membanjiri))");
  CHECK(built("judul:=banjir") == "Query(Sbanjir)");
}

TEST_CASE("query builder: what joins words") {
  CHECK(built("=a1 =b1") == "Query((a1 AND b1))");
  CHECK(built("=a1 =b1", Operator::any) == "Query((a1 OR b1))");
  CHECK(built("=a1 OR =b1") == "Query((a1 OR b1))");
  CHECK(built("=a1 AND =b1", Operator::any) == "Query((a1 AND b1))");
  CHECK(built("+=a1 =b1", Operator::any) == "Query((a1 AND_MAYBE b1))");
  CHECK(built("=a1 -=b1", Operator::any) == "Query((a1 AND_NOT b1))");
  CHECK(built("-=b1") == "Query((<alldocuments> AND_NOT b1))");
}

TEST_CASE("query builder: a title beside a name is welcome, not asked for") {
  const auto bare = [](const char* query) { return built(query, Operator::all, Forms::exact); };
  CHECK(bare("Ir. H. Soekarno") == "Query((soekarno AND_MAYBE (ir OR h)))");
  CHECK(bare("Yusril, S.H.") == "Query((yusril AND_MAYBE sh))");
  CHECK(bare("dr. Tirta") == "Query((tirta AND_MAYBE dr))");
  // By itself it is all there is to look for; in small letters it may be a word.
  CHECK(bare("Prof. Dr.") == "Query((prof AND dr))");
  CHECK(bare("vitamin h") == "Query((vitamin AND h))");
  CHECK(bare("Mahfud M.D.") == "Query((mahfud AND md))");
}

TEST_CASE("query builder: phrases are the very words") {
  CHECK(built("\"korea utara\"") == "Query((korea PHRASE 2 utara))");
  CHECK(built("judul:\"korea utara\"") == "Query((Skorea PHRASE 2 Sutara))");
  CHECK(built("\"korea\"") == "Query(korea)");
}

TEST_CASE("query builder: a hyphenated word is the whole, or its parts") {
  CHECK(built("=KorutPutin") == "Query((korutputin OR (korut AND putin)))");
  // A letter and a number are anywhere.
  CHECK(built("=U-23") == "Query((u23 OR (u PHRASE 2 23)))");
  CHECK(built("judul:=U-23") == "Query((Su23 OR (Su PHRASE 2 S23)))");
}

TEST_CASE("query builder: words close to one another") {
  CHECK(built("\"korea utara\"~3") == "Query((korea PHRASE 5 utara))");
  CHECK(built("=korea NEAR/5 =utara") == "Query(((korea AND utara) FILTER (korea NEAR 6 utara)))");
  CHECK(built("banjir NEAR/5 =utara").find("(banjir NEAR 6 utara)") != std::string::npos);
  CHECK_THROWS_AS(built("banjir NEAR/5 membanjiri"), Error);
  CHECK_NOTHROW(built("=banjir NEAR/5 =membanjiri"));
  CHECK(built("=korea NEAR/5 !!!") == "Query(korea)");
}

TEST_CASE("query builder: a pattern without words finds nothing, and is no empty query") {
  CHECK(built("*zzzz") == "Query(*zzzz*)");
  CHECK(built("judul:*zzzz =a1") == "Query((S*zzzz* AND a1))");
}

TEST_CASE("query builder: a number is preferred beside its neighbour") {
  const auto has_phrase = [](const char* query, const char* phrase) {
    return built(query).find(phrase) != std::string::npos;
  };
  CHECK(has_phrase("inflasi 5 persen", "0.5 * ((inflasi PHRASE 2 5) OR (5 PHRASE 2 persen)"));
  CHECK(has_phrase("17 Agustus 1945", "17 PHRASE 3 agustus PHRASE 3 1945"));
  CHECK(has_phrase("5 %", "5 PHRASE 2 persen"));
  CHECK_FALSE(has_phrase("inflasi persen", "PHRASE"));
  CHECK_FALSE(has_phrase("5 sumber:a persen", "PHRASE"));
  CHECK_FALSE(has_phrase("-5 persen", "PHRASE"));
}

TEST_CASE("query builder: an address among words finds its article, too") {
  const std::string address = schema::address_term("https://example.com/a/1");
  CHECK(built("banjir https://example.com/a/1").find("0 * " + address) != std::string::npos);
  CHECK(built("banjir example.com/a/1").find("0 * " + address) != std::string::npos);
  CHECK(built("banjir 24/7").find("0 *") == std::string::npos);
}

TEST_CASE("query builder: filters find and do not rank") {
  CHECK(built("sumber:Kompas") == "Query(0 * XSOURCE:kompas)");
  CHECK(built("=a1 tanggal:2019") == "Query((a1 FILTER 0 * VALUE_RANGE 5 2019-01-01 2019-12-31))");
  CHECK(built("url:www.Example.com") == "Query(0 * (Hexample.com OR Hwww.example.com))");
  CHECK(built("id:Ab-1") == "Query(0 * QAb-1)");
  CHECK_FALSE(QueryBuilder(Forms::all)
                  .build(parse_query("sumber:a", kliping::test::today), Operator::all)
                  .ranked);
}

TEST_CASE("query builder: no words are no query") {
  CHECK(built("") == "Query()");
  CHECK(built("!!! 😀") == "Query()");
  CHECK(built("=a1 !!!") == "Query(a1)");
}

TEST_CASE("query builder: what is wanted leaves out what is excluded") {
  const Wanted wanted =
      QueryBuilder(Forms::all)
          .build(parse_query("banjir -bandang =rob \"air bah\" tangg*", kliping::test::today),
                 Operator::automatic)
          .wanted;
  CHECK(wanted.roots == std::vector<std::string>{"banjir"});
  CHECK(wanted.words == std::vector<std::string>{"rob"});
  CHECK(wanted.phrases == std::vector<std::vector<std::string>>{{"air", "bah"}});
}

TEST_CASE("query builder: only words and phrases are relaxed, and only two or more") {
  const auto optional_count = [](const char* query) {
    return QueryBuilder(Forms::exact)
        .build(parse_query(query, kliping::test::today), Operator::automatic)
        .optional_count;
  };
  CHECK(optional_count("a1 b1 c1") == 3);
  CHECK(optional_count("a1 \"b1 c1\"") == 2);
  CHECK(optional_count("a1 b1 -c1 sumber:x") == 2);
  CHECK(optional_count("a1") == 0);
  CHECK(optional_count("a1 sumber:x") == 0);
  CHECK(optional_count("a1 +b1") == 0);
}

TEST_CASE("query builder: the cost of a query is bounded") {
  const auto repeated = [](const std::string& part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
  };
  CHECK_NOTHROW(built(repeated("kata ", 1000).c_str(), Operator::automatic));
  CHECK_THROWS_AS(built(repeated("kata ", 1001).c_str()), Error);
  CHECK_THROWS_AS(built(repeated("kata/", 1001).c_str()), Error);
  CHECK_THROWS_AS(built(('"' + repeated("kata ", 1001) + '"').c_str()), Error);
  CHECK_THROWS_AS(built(repeated("kata* ", 21).c_str()), Error);
}
