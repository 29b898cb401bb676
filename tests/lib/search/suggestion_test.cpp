// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/suggestion.hpp"

#include <doctest/doctest.h>

#include <random>

#include "lib/test_index.hpp"
#include "search/spelling.hpp"

using namespace kliping;
using kliping::test::make_article;

namespace {

const kliping::test::TestIndex& archive() {
  static const kliping::test::TestIndex index = [] {
    std::vector<Article> articles;
    for (int i = 0; i < 50; ++i) {
      articles.push_back(make_article(
          std::to_string(i), "Rusia dan Pyongyang",
          "Korupsi di kementerian diusut. Pemerintah Korea Utara bertemu Megawati di Jakarta."));
    }
    articles.push_back(make_article("x", "Salah ketik", "Jakrta korupsy."));
    return kliping::test::TestIndex(articles);
  }();
  return index;
}

std::string corrected(std::string_view query, Doubt doubt = Doubt::absent) {
  return corrected_query(query, parse_query(query, kliping::test::today), archive().database(),
                         doubt);
}

}  // namespace

TEST_CASE("suggestion: the archive's own word that is near by ear, by key or by letter") {
  struct Case {
    const char* why;
    const char* query;
    const char* corrected;
  };
  const Case cases[] = {
      {"by ear", "rusya", "rusia"},
      {"a letter left out", "pyonyang", "pyongyang"},
      {"a key beside the right one", "korupsu", "korupsi"},
      {"letters swapped", "pemerinath", "pemerintah"},
      {"a letter doubled", "megawatti", "megawati"},
      {"another letter of the same sound first", "corupsi", "korupsi"},
      {"capitals as typed", "Rusya MEGAWTI", "Rusia MEGAWATI"},
      {"the rest of the query stays", "judul:rusya -sepakbola \"korea utra\"~2",
       "judul:rusia -sepakbola \"korea utara\"~2"},
      {"a form alone", "=korupsu", "=korupsi"},
      {"a part of a pair", "rusya-korea", "rusia-korea"},
      {"the space left out", "koreautara", "korea utara"},
      {"a common word is preferred to a rare one", "korupsj", "korupsi"},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(corrected(c.query) == c.corrected);
  }
}

TEST_CASE("suggestion: none where nothing is near, or nothing in doubt") {
  for (const char* const query :
       {"", "korupsi", "mengorupsi", "xqzwvkjh", "kor", "1998", "-rusya", "rusya*", "rusya~",
        "tanggal:2019", "sumber:rusya", "id:rusya", "jakrta"}) {
    INFO(query);
    CHECK(corrected(query).empty());
  }
}

TEST_CASE("suggestion: a rare word is in doubt only where no article has all words") {
  CHECK(corrected("jakrta", Doubt::rare) == "jakarta");
  CHECK(corrected("jakarta", Doubt::rare).empty());
}

TEST_CASE("suggestion: a word that articles have is in doubt where it looks misspelt") {
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i)
    articles.push_back(
        make_article(std::to_string(i), "Jakarta", "Pemilihan di Garut dan Bandar."));
  articles.push_back(
      make_article("x", "Salah ketik", "Jakrta pemilhan Garot pemulihan Jaketa Bandat."));
  const kliping::test::TestIndex index(articles);
  const auto corrected = [&](std::string_view query) {
    return corrected_query(query, parse_query(query, kliping::test::today), index.database(),
                           Doubt::misspelt);
  };
  CHECK(corrected("Jakrta") == "Jakarta");
  CHECK(corrected("pemilhan") == "pemilihan");
  // Words of the lexicon, short ones, and what is farther away mean themselves.
  for (const char* const query : {"pemulihan", "Garot", "Jaketa", "bandung"}) {
    INFO(query);
    CHECK(corrected(query).empty());
  }
}

TEST_CASE("suggestion: letters, spaces and roots that deceive") {
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i)
    articles.push_back(make_article(std::to_string(i), "Vaksin",
                                    "Kepolisian dan pemerintah di Kalimantan: bahan bakar."));
  for (int i = 0; i < 20; ++i)
    articles.push_back(make_article("x" + std::to_string(i), "Sekolah", "Kalimat bahanbahan."));
  const kliping::test::TestIndex index(articles);
  struct Case {
    const char* why;
    const char* query;
    Doubt doubt;
    const char* corrected;
  };
  const Case cases[] = {
      {"one letter is heard as two", "vaxin", Doubt::absent, "vaksin"},
      {"a forgotten space costs no more than a letter", "bahanbakar", Doubt::absent, "bahan bakar"},
      {"a space too many", "peme rintah", Doubt::rare, "pemerintah"},
      {"capitals as typed", "Kepo lisian", Doubt::rare, "Kepolisian"},
      {"the root of another word", "kalimatan", Doubt::disguised, "kalimantan"},
      {"a rare form of the same root", "kalimatnya", Doubt::disguised, ""},
      {"a word that is there", "kalimat", Doubt::disguised, ""},
      {"two words that are there", "kalimat bahanbahan", Doubt::rare, ""},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(corrected_query(c.query, parse_query(c.query, kliping::test::today), index.database(),
                          c.doubt) == c.corrected);
  }
}

TEST_CASE("suggestion: a value that no article has") {
  Article article = make_article("a", "Banjir", "Air naik.");
  article.source = "Harian Kota";
  const kliping::test::TestIndex index({article});
  const auto corrected = [&](std::string_view query) {
    return corrected_query(query, parse_query(query, kliping::test::today), index.database(),
                           Doubt::rare);
  };
  CHECK(corrected("sumber:\"Harian Kata\" banjir") == "sumber:\"harian kota\" banjir");
  CHECK(corrected("sumber:HarianKota") == "sumber:\"harian kota\"");
  CHECK(corrected("sumber:\"harian kota\"").empty());
  CHECK(corrected("-sumber:HarianKota").empty());
}

TEST_CASE("spelling distance: the same whatever word came before") {
  const unsigned seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  const auto word = [&] {
    std::string out;
    for (auto n = 1 + random() % 7; n > 0; --n) out += static_cast<char>('a' + random() % 4);
    return out;
  };
  for (int round = 0; round < 200; ++round) {
    const std::string typed = word();
    std::vector<std::string> words;
    for (int i = 0; i < 30; ++i) words.push_back(word());
    std::sort(words.begin(), words.end());
    SpellingDistance running(typed);
    for (const std::string& other : words) {
      CAPTURE(typed);
      CAPTURE(other);
      SpellingDistance fresh(typed);
      CHECK(running(other) == fresh(other));
    }
    CHECK(SpellingDistance(typed)(typed) == 0);
  }
}
