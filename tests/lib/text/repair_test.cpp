// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <simdjson.h>

#include <random>
#include <string>

#include "kliping/text/decode.hpp"
#include "random_text.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  const char* text;
  const char* mended;
};

void check(const Case& c) {
  INFO(c.why);
  CHECK(text::repair(c.text) == c.mended);
}

}  // namespace

TEST_CASE("repair: character references") {
  const Case cases[] = {
      {"a named one", "Naik &quot;lagi&quot;", "Naik \"lagi\""},
      {"no-break space", "MEDAN,&nbsp;Sumut", "MEDAN,\u00A0Sumut"},
      {"escaped twice", "a&amp;nbsp;b", "a\u00A0b"},
      {"escaped three times", "a &amp;amp;lt; b", "a < b"},
      {"decimal", "&#8220;ya&#8221;", "\u201Cya\u201D"},
      {"hexadecimal in either case", "&#x2019;&#X2019;", "\u2019\u2019"},
      {"numbers of Windows-1252, as HTML reads them", "&#147;ya&#148;", "\u201Cya\u201D"},
      {"HTML 5's apostrophe", "Jum&apos;at", "Jum'at"},
      {"capitals, which HTML allows for four", "&AMP;", "&"},
      {"the longest name", "&thetasym;", "\u03D1"},
      {"no character has this number", "&#x110000;&#xD800;&#0;", "\uFFFD\uFFFD\uFFFD"},
      {"a number too long to be one", "&#123456789;", "&#123456789;"},
      {"no semicolon, no reference", "a?x=1&copy=2", "a?x=1&copy=2"},
      {"an ampersand is a word", "R&D; AT&T", "R&D; AT&T"},
      {"nothing inside", "&; &#; &#x;", "&; &#; &#x;"},
      {"at the end of the text", "a &am", "a &am"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("repair: mojibake that proves itself") {
  const Case cases[] = {
      {"a letter", "Bj\u00C3\u00B6rn", "Bj\u00F6rn"},
      {"an opening quote", "\u00E2\u20AC\u0153ya", "\u201Cya"},
      {"a closing quote, whose last byte Windows-1252 lacks", "ya\u00E2\u20AC\u009D", "ya\u201D"},
      {"a dash", "a \u00E2\u20AC\u201C b", "a \u2013 b"},
      {"a no-break space", "Rp\u00C2\u00A05", "Rp\u00A05"},
      {"twice over", "Bj\u00C3\u0192\u00C2\u00B6rn", "Bj\u00F6rn"},
      {"Arabic", "\u00D8\u00A7\u00D9\u201E", "\u0627\u0644"},
      {"an emoji", "\u00F0\u0178\u02DC\u20AC", "\U0001F600"},
      {"a sign, proved by a control among its bytes", "a \u00E2\u008F\u00B3b", "a \u23F3b"},
      {"out of references", "&Atilde;&para;", "\u00F6"},
      {"a brand's sign after a capital is real", "NESCAF\u00C9\u00AE", "NESCAF\u00C9\u00AE"},
      {"a letter alone is real", "S\u00C3O \u00C2", "S\u00C3O \u00C2"},
      {"half a quote is not proof", "\u00E2\u20AC ", "\u00E2\u20AC "},
      {"French quotes after a capital", "\u00C0 \u00AB ya \u00BB", "\u00C0 \u00AB ya \u00BB"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("repair: controls and line ends") {
  const Case cases[] = {
      {"line ends are line feeds", "a\r\nb\rc", "a\nb\nc"},
      {"tab and line feed stay", "a\tb\nc", "a\tb\nc"},
      {"other controls separate",
       "a\x01"
       "b\x7F"
       "c\x0C"
       "d",
       "a b c d"},
      {"C1 controls are Windows-1252 taken for Latin-1", "\u0093ya\u0094", "\u201Cya\u201D"},
      {"one of them that means nothing", "a\u0081b", "a b"},
      {"a byte-order mark within", "a\uFEFFb", "ab"},
      {"an ordinary character of the same first bytes", "\u00A9 \u00FF \uFF01",
       "\u00A9 \u00FF \uFF01"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("repair: keeps UTF-8 valid and comes to rest") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int i = 0; i < 500; ++i) {
    const std::string text = text::decode(test::random_scraps(random, 60));
    const std::string mended = text::repair(text);
    REQUIRE(simdjson::validate_utf8(mended));
    REQUIRE(mended.find('\r') == std::string::npos);
    std::string rest = mended;
    for (int pass = 0; pass < 10; ++pass) rest = text::repair(rest);
    REQUIRE(text::repair(rest) == rest);
  }
}
