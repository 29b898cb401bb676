// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "kliping/stored_article.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

Article article_of(const std::string& id, const std::string& title, const std::string& body) {
  Article article;
  article.id = id;
  article.title = title;
  article.body = body;
  return article;
}

/// `term:wdf` or `term:wdf@positions`, in the order of the document.
std::vector<std::string> described(const IndexDocument& document) {
  std::vector<std::string> terms;
  for (const DocumentTerm& term : document.terms) {
    terms.push_back(fmt::format("{}:{}{}{}", term.term, term.wdf, term.positions.empty() ? "" : "@",
                                fmt::join(term.positions, ",")));
  }
  return terms;
}

std::vector<std::string> terms_of(const Article& article) {
  DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  const std::string stored = store(article);
  return described(
      builder.build(article, schema::identity_term(article.id), stored, fingerprint(article)));
}

}  // namespace

TEST_CASE("document builder: words, roots, derived forms and title words have terms of their own") {
  const Article article = article_of("a-1", "Petani menanam", "Menanam padi, padi.");
  const auto terms = terms_of(article);
  for (const char* expected :
       {"Qa-1:0", "Smenanam:1@2", "Spetani:1@1", "ZStanam:1", "ZStani:1", "Zpadi:2", "Ztanam:3",
        "Ztani:2", "menanam:3@2,1001", "padi:2@1002,1003", "petani:2@1"}) {
    INFO(expected);
    CHECK(std::count(terms.begin(), terms.end(), expected) == 1);
  }
  CHECK(terms.size() == 11);
}

TEST_CASE("document builder: an article that may be let go of makes the same document") {
  FreshArticle fresh;
  fresh.article = article_of("a-1", "Petani menanam", "Menanam padi, padi.");
  fresh.article.source = "Contoh";
  fresh.identity = schema::identity_term(fresh.article.id);
  fresh.stored = store(fresh.article);
  fresh.fingerprint = fingerprint(fresh.article, fresh.stored);
  DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  const auto told = [](const IndexDocument& document) {
    std::vector<std::string> all = described(document);
    for (const DocumentValue& value : document.values) all.emplace_back(value.value);
    all.emplace_back(document.identity);
    all.emplace_back(document.data);
    return all;
  };
  const auto expected =
      told(builder.build(fresh.article, fresh.identity, fresh.stored, fresh.fingerprint));
  CHECK(told(builder.build(fresh)) == expected);
  CHECK(fresh.stored.empty());
  CHECK(fresh.article.body.empty());
}

TEST_CASE("document builder: a body of many pieces has all of its words, in order") {
  std::string body;
  std::uint32_t lines = 0;
  for (; body.size() < 3'500'000; ++lines) body += fmt::format("padi ladang{} gogo\n", lines);
  DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  const Article article = article_of("a-1", "Padi", body);
  const std::string stored = store(article);
  const IndexDocument& document =
      builder.build(article, schema::identity_term(article.id), stored, fingerprint(article));
  const auto term = [&](std::string_view wanted) {
    return *std::ranges::find(document.terms, wanted, &DocumentTerm::term);
  };
  const auto positions = term("padi").positions;
  CHECK(positions.size() == lines + 1);
  CHECK(std::ranges::adjacent_find(positions, std::greater_equal{}) == positions.end());
  CHECK(std::ranges::is_sorted(document.terms, {}, &DocumentTerm::term));
  for (std::uint32_t line = 0; line < lines; line += 9973) {
    CHECK(term(fmt::format("ladang{}", line)).wdf == 1);
    CHECK(positions[line + 1] + 1 == term(fmt::format("ladang{}", line)).positions[0]);
  }
}

TEST_CASE("document builder: a body without a single blank is no endless one") {
  for (const char* const letter : {"x", "\x80", "\xC3\xA9"}) {
    std::string body;
    while (body.size() < 2'500'000) body += letter;
    const auto terms = terms_of(article_of("a-1", "", body));
    CHECK(std::count(terms.begin(), terms.end(), "Qa-1:0") == 1);
  }
}

TEST_CASE("document builder: tokens at one position that share a root count it once") {
  const auto terms = terms_of(article_of("a-1", "", "KTP-nya dan KTP"));
  CHECK(std::count(terms.begin(), terms.end(), "Zktp:2") == 1);
  CHECK(std::count(terms.begin(), terms.end(), "ktp:2@1001,1003") == 1);
  CHECK(std::count(terms.begin(), terms.end(), "ktp-nya:1@1001") == 1);
}

TEST_CASE("document builder: fields become boolean terms") {
  Article article = article_of("a-1", "", "x");
  article.source = "Kompas";
  article.section = "Olahraga";
  article.author = "Ani";
  article.url = "https://www.contoh.id/a";
  const auto terms = terms_of(article);
  for (const char* expected : {"XSOURCE:kompas:0", "XSECTION:olahraga:0", "XAUTHOR:ani:0",
                               "Hwww.contoh.id:0", "Hcontoh.id:0"}) {
    INFO(expected);
    CHECK(std::count(terms.begin(), terms.end(), expected) == 1);
  }
}

TEST_CASE("document builder: terms ascend, fit the backend, and come once each") {
  std::string body = "Æon naïve 2024 Rp1.500 ";
  for (int i = 0; i < 300; ++i) body += "panjang";
  body += " akhir";
  Article article = article_of(std::string(400, 'i'), "1 2 3", body);
  article.source = std::string(400, 's');
  DocumentBuilder builder{Analyzer{}, DuplicateRule::near, Positions::kept};
  const std::string stored = store(article);
  for (int round = 0; round < 2; ++round) {
    const IndexDocument& document =
        builder.build(article, schema::identity_term(article.id), stored, fingerprint(article));
    for (std::size_t i = 0; i < document.terms.size(); ++i) {
      CHECK(document.terms[i].term.size() <= schema::max_term_bytes);
      if (i > 0) CHECK(document.terms[i - 1].term < document.terms[i].term);
    }
  }
}

TEST_CASE("document builder: a title longer than the base leaves no phrase into the body") {
  Article article = article_of("a", "", "akhir");
  for (int i = 0; i < 1500; ++i) article.title += "kata ";
  const auto terms = terms_of(article);
  CHECK(std::count(terms.begin(), terms.end(), "akhir:1@1601") == 1);
}
