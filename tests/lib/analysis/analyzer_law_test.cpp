// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <simdjson.h>

#include <chrono>
#include <random>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "lib/analysis/token_laws.hpp"
#include "random_text.hpp"

using namespace kliping;

TEST_CASE("analyzer: laws on random text") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  TokenList list;
  TokenList again;
  for (int i = 0; i < 2000; ++i) {
    const std::string text =
        i % 4 == 0 ? test::random_bytes(random, random() % 300) : test::random_scraps(random, 60);
    CAPTURE(text);
    Analyzer{}.analyze(text, list);
    REQUIRE(test::broken_law(text, simdjson::validate_utf8(text), list) == "");
    Analyzer{}.analyze(text, again);
    REQUIRE(test::same(list, again));
    Analyzer{}.analyze_query(text, list);
    REQUIRE(test::broken_law(text, simdjson::validate_utf8(text), list) == "");
  }
}

TEST_CASE("analyzer: giant words and endless patterns cost linear time") {
  constexpr std::size_t size = 1'000'000;
  const auto repeated = [](std::string_view piece) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  };
  TokenList list;
  for (const char* const piece : {"a",        "aB",           "A",
                                  "9",        "a-",           "a.",
                                  "1.",       "1,234.",       "a'",
                                  "\u00E9",   "\u0301",       "a\u00AD",
                                  "[Gambas:", "](http",       "Baca juga: ",
                                  "http://",  "BACA JUGA: A", "(",
                                  "\n",       "KOMPAS.com",   "Simak Video '",
                                  "\u6771",   "\xFF",         "a&"}) {
    CAPTURE(piece);
    const std::string text = repeated(piece);
    const auto begin = std::chrono::steady_clock::now();
    Analyzer{}.analyze(text, list);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    // Quadratic time is minutes; a loaded machine with sanitizers is not.
    CHECK(took.count() < 20);
    for (const Token& token : list.tokens) REQUIRE(token.word.size() <= 200);
  }
}
