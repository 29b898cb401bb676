// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/fold.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "analysis/character_class.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/text/decode.hpp"
#include "random_text.hpp"

using namespace kliping;

TEST_CASE("fold: what is written alike is compared alike") {
  struct Case {
    const char* why;
    const char* text;
    const char* folded;
  };
  const Case cases[] = {
      {"case", "Korea UTARA", "korea utara"},
      {"marks of Latin letters", "Caf\u00E9 Na\u00EFve \u0130", "cafe naive i"},
      {"marks written apart", "cafe\u0301", "cafe"},
      {"marks of other scripts are letters", "\u0939\u093F\u0928\u094D\u0926\u0940",
       "\u0939\u093F\u0928\u094D\u0926\u0940"},
      {"case folding, not lower case", "Stra\u00DFe", "strasse"},
      {"ligatures and full-width forms", "\uFB01lm \uFF21\uFF22", "film ab"},
      {"soft hyphen and zero-width space", "ka\u00ADta\u200Bku", "kataku"},
      {"apostrophes", "Jum\u2019at Jum\u2018at Jum`at", "jum'at jum'at jum'at"},
      {"quotes", "\u201Cya\u201D \u00ABya\u00BB", "\"ya\" \"ya\""},
      {"dashes", "a\u2010b\u2011c\u2013d\u2014e\u2212f", "a-b-c-d-e-f"},
      {"no-break space", "a\u00A0b", "a b"},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(fold(c.text) == c.folded);
  }
}

TEST_CASE("fold: the short way for ASCII leads to the same place") {
  for (int c = 1; c < 128; ++c) {
    const std::string text{static_cast<char>(c)};
    CAPTURE(c);
    CHECK(fold(text) == fold_general(text));
    CHECK(detail::ascii_classes[c] == classify(static_cast<char32_t>(c)));
  }
}

TEST_CASE("fold: laws on random text") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int i = 0; i < 500; ++i) {
    const std::string text = text::decode(test::random_scraps(random, 30));
    const std::string folded = fold(text);
    CAPTURE(text);
    REQUIRE(fold(folded) == folded);
    REQUIRE(fold_general(text) == folded);
  }
}

TEST_CASE("fold: a word is cut between characters, however it is made") {
  TokenList arena;
  const std::string_view ascii = fold_word(std::string(300, 'A'), arena);
  CHECK(ascii == std::string(max_word_bytes, 'a'));
  std::string wide = "x";
  while (wide.size() < 300) wide += "\u0416";
  const std::string_view cut = fold_word(wide, arena);
  CHECK(cut.size() == max_word_bytes - 1);
  CHECK(fold_word("Qur'an", arena) == "quran");
  CHECK(fold_word("Qur\u2019an", arena) == "quran");
}
