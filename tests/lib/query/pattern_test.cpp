// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/pattern.hpp"

#include <doctest/doctest.h>

#include "kliping/error.hpp"
#include "lib/test_index.hpp"
#include "query/query_builder.hpp"
#include "query/vocabulary.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

std::string words_behind(const TestIndex& index, const char* query) {
  Node tree = parse_query(query, kliping::test::today);
  expand_patterns(tree, index.database());
  std::string out;
  for (const std::string& word : tree.children.front().words) out += word + ' ';
  return out;
}

}  // namespace

TEST_CASE("pattern: which spellings it stands for") {
  struct Case {
    const char* why;
    const char32_t* pattern;
    const char32_t* word;
    bool matches;
  };
  const Case cases[] = {
      {"a sign for one letter", U"k?ta", U"kita", true},
      {"not for none", U"k?ta", U"kta", false},
      {"not for two", U"k?ta", U"kiita", false},
      {"a letter is a letter in any script", U"caf?", U"café", true},
      {"any letters", U"ke*an", U"kebanjiran", true},
      {"also none", U"ke*an", U"kean", true},
      {"the whole word", U"*bumi", U"bumiputra", false},
      {"the second chance", U"*ana*a", U"bananasa", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(matches_pattern(c.pattern, c.word) == c.matches);
  }
}

TEST_CASE("pattern: edits") {
  CHECK(within_distance(U"gempa", U"gempa", 0));
  CHECK(within_distance(U"gempa", U"gmepa", 1));
  CHECK(within_distance(U"gempa", U"gempar", 1));
  CHECK_FALSE(within_distance(U"gempa", U"gemuk", 1));
  CHECK(within_distance(U"gempa", U"gemuk", 2));
  CHECK_FALSE(within_distance(U"gempa", U"gempakan", 2));
}

TEST_CASE("pattern: words of the index, of the title alone where that is asked") {
  const TestIndex index({make_article("a", "Kita", "kata kota 2kata ékata gempabumi bumi"),
                         make_article("b", "Bumi", "kuta gempa gmepa")});
  CHECK(words_behind(index, "k?ta") == "kata kita kota kuta ");
  CHECK(words_behind(index, "judul:k?ta") == "kita ");
  CHECK(words_behind(index, "*bumi") == "bumi gempabumi ");
  CHECK(words_behind(index, "judul:*bumi") == "bumi ");
  CHECK(words_behind(index, "K*A") == "kata kita kota kuta ");
  CHECK(words_behind(index, "gempa~") == "gempa gmepa ");
  CHECK(words_behind(index, "*zzz") == "");
}

TEST_CASE("pattern: one that stands for too many words is refused by name") {
  std::string body;
  for (int i = 0; i <= 1000; ++i) body += "awal" + std::to_string(i) + "akhir ";
  const TestIndex index({make_article("a", "", body)});
  Node tree = parse_query("*akhir", kliping::test::today);
  try {
    expand_patterns(tree, index.database());
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(std::string{error.what()} == "*akhir stands for more than 1000 words");
    CHECK(error.hint() != "");
  }
}
