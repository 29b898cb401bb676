// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {
using Names = std::vector<std::string>;
}

TEST_CASE("trec: documents by their elements") {
  const auto read = read_file("koleksi",
                              "<DOC>\n<DOCNO> K-1 </DOCNO>\n<HL>Banjir di hulu</HL>\n"
                              "<DATE>28 Maret 2024</DATE>\n<BYLINE>Ani</BYLINE>\n<LP>Lead.</LP>\n"
                              "<TEXT>\n<P>\nSatu\ndua.\n</P>\n<P>Tiga.</P>\n</TEXT>\n</DOC>\n"
                              "<doc><DOCNO>K-2</DOCNO><TEXT>Isi.</TEXT></doc>\n");
  CHECK(read.messages == Names{});
  REQUIRE(read.articles.size() == 2);
  const Article& article = read.articles[0];
  CHECK(article.id == "K-1");
  CHECK(article.title == "Banjir di hulu");
  CHECK(article.body == "Lead.\nSatu dua.\nTiga.");
  CHECK(article.author == "Ani");
  CHECK(article.locator == "koleksi:1");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-28");
  CHECK(read.articles[1].id == "K-2");
  CHECK(read.articles[1].locator == "koleksi:15");
}

TEST_CASE("trec: web collections hold pages behind the server's headers") {
  const auto read = read_file(
      "w.trec",
      "<DOC>\n<DOCNO>W-1</DOCNO>\n<DOCHDR>\nhttp://contoh.id/a 200\nContent-Type: text/html\n"
      "</DOCHDR>\n<html><head><title>Banjir di hulu</title></head><body><p>Isi.</p></body></html>\n"
      "</DOC>\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].id == "W-1");
  CHECK(read.articles[0].url == "http://contoh.id/a");
  CHECK(read.articles[0].title == "Banjir di hulu");
  CHECK(read.articles[0].body == "Isi.");
}

TEST_CASE("trec: faults cost their document") {
  const auto read = read_file("k.trec",
                              "<DOC>\n<DOCNO>1</DOCNO><TEXT>a</TEXT>\n<DOC>\n<DOCNO>2</DOCNO>"
                              "<TEXT>b</TEXT>\n</DOC>\n<DOC><DOCNO>3</DOCNO>");
  CHECK(read.messages == Names{"k.trec:1: error: a document without </DOC>",
                               "k.trec:6: error: the input ends inside this document"});
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].id == "2");
  std::string many = "<DOC>\n<DOCNO>1</DOCNO>";
  for (int i = 0; i < 100'000; ++i) many += "<x" + std::to_string(i) + ">";
  CHECK(read_file("k.trec", many + "<TEXT>a</TEXT>\n</DOC>\n").articles.size() <= 1);
}
