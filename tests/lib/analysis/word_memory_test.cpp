// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/word_memory.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "lib/analysis/token_laws.hpp"
#include "random_text.hpp"

using namespace kliping;

namespace {

/// Words that the short way may and may not take, put together blindly.
std::string random_words(std::mt19937& random, std::size_t count) {
  static constexpr std::string_view words[] = {"menanam",
                                               "Menanam",
                                               "tanam",
                                               "MENANAM",
                                               "kerjasama",
                                               "KorutPutin",
                                               "KTPnya",
                                               "di-PHK",
                                               "anak",
                                               "anak-anak",
                                               "anak-anaknya",
                                               "Rusia-Korut",
                                               "e-KTP",
                                               "a-b-se",
                                               "resiko",
                                               "pertjaja",
                                               "Utaramengancam",
                                               "http://www.contoh.id/menanam",
                                               "www",
                                               "www.contoh.id",
                                               "R&D",
                                               "A.B.R.I.",
                                               "Rp1.500",
                                               "Jum'at",
                                               "a",
                                               "se",
                                               "\u00E9lan",
                                               "x\u0301",
                                               "pertanggungjawabannya",
                                               "pertanggungjawabannyalah",
                                               "https",
                                               "covid-19",
                                               "anak2"};
  static constexpr std::string_view ends[] = {" ", ", ", ". ", ".",      "-", "'", "\n",
                                              ":", "/",  "&",  "\"",     "(", ")", "?",
                                              "!", ";",  "1",  "\u2019", ""};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text.append(words[random() % std::size(words)]).append(ends[random() % std::size(ends)]);
  }
  return text;
}

}  // namespace

TEST_CASE("word memory: texts give the same tokens with it and without") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  WordMemory memory;
  TokenList remembering;
  remembering.memory = &memory;
  TokenList plain;
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        i % 3 == 0 ? test::random_scraps(random, 60) : random_words(random, 40);
    CAPTURE(text);
    Analyzer{}.analyze(text, plain);
    Analyzer{}.analyze(text, remembering);
    REQUIRE(test::same(plain, remembering));
    for (const Token& token : remembering.tokens) {
      REQUIRE(memory.word(token.word_number) == token.word);
      REQUIRE(memory.word(token.root_number) == token.root);
    }
  }
}

TEST_CASE("word memory: the empty word may be the first") {
  WordMemory memory;
  const std::uint32_t number = memory.number_of("");
  CHECK(memory.word(number).empty());
  CHECK(memory.number_of("") == number);
  CHECK(memory.number_of("kata") != number);
}

TEST_CASE("word memory: numbers and surfaces stay as the tables grow, until it is trimmed") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  WordMemory memory;
  std::map<std::string, std::uint32_t> numbers;
  while (numbers.size() < 20'000) {
    const std::string word = test::random_bytes(random, random() % 40);
    const std::uint32_t number = memory.number_of(word);
    const auto [known, fresh] = numbers.emplace(word, number);
    REQUIRE(known->second == number);
    if (fresh) memory.remember(word, {number, number});
  }
  for (const auto& [word, number] : numbers) {
    REQUIRE(memory.word(number) == word);
    if (word.empty() || word.size() > WordMemory::max_surface_bytes) continue;
    const WordMemory::Known* const known = memory.find(memory.seek(word, word.size()));
    REQUIRE(memory.find(memory.seek(word + "+ what follows it, at length", word.size())) == known);
    REQUIRE(known != nullptr);
    REQUIRE(known->word == number);
  }
  CHECK(memory.find(memory.seek("tidak", 5)) == nullptr);
  CHECK_FALSE(memory.trim());
  for (int i = 0; memory.size() < 200'000; ++i) memory.number_of(std::to_string(i));
  CHECK(memory.trim());
  CHECK(memory.size() == 0);
}
