// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/text/decode.hpp"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <random>
#include <string>
#include <string_view>

#include "kliping/error.hpp"
#include "random_text.hpp"

using namespace kliping;
using namespace std::string_view_literals;

TEST_CASE("decode: unmarked bytes are UTF-8, else Windows-1252 byte by byte") {
  struct Case {
    const char* why;
    std::string_view bytes;
    std::string_view text;
  };
  const Case cases[] = {
      {"ASCII is itself", "kabar pagi", "kabar pagi"},
      {"so is UTF-8", "na\u00EFf \u201Cya\u201D", "na\u00EFf \u201Cya\u201D"},
      {"nothing is nothing", "", ""},
      {"a lone Latin-1 letter", "caf\xE9 lama", "caf\u00E9 lama"},
      {"Windows-1252 quotes", "\x93ya\x94", "\u201Cya\u201D"},
      {"both in one text", "\u201Cya\u201D \x96 caf\xE9", "\u201Cya\u201D \u2013 caf\u00E9"},
      {"a byte that Windows-1252 lacks", "a\x81z", "a\uFFFDz"},
      {"a sequence cut off at the end", "ya\xE2\x80", "ya\u00E2\u20AC"},
      {"an overlong slash is no slash", "\xC0\xAF", "\u00C0\u00AF"},
      {"NUL separates", "a\0b"sv, "a b"},
      {"the mark of UTF-8 is no text", "\xEF\xBB\xBFkota", "kota"},
      {"UTF-16, little end first", "\xFF\xFEk\0o\0"sv, "ko"},
      {"UTF-16, big end first", "\xFE\xFF\0k\0o"sv, "ko"},
      {"UTF-32 begins as UTF-16 does", "\xFF\xFE\0\0k\0\0\0"sv, "k"},
      {"UTF-32, big end first", "\0\0\xFE\xFF\0\0\0k"sv, "k"},
      {"half a UTF-16 pair", "\xFF\xFE\x3D\xD8k\0"sv, "\uFFFDk"},
      {"a mark alone", "\xFE\xFF", ""},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(text::decode(c.bytes) == c.text);
  }
}

TEST_CASE("decode: a named encoding is taken at its word") {
  CHECK(text::decode("caf\xE9", "ISO-8859-1") == "caf\u00E9");
  CHECK(text::decode("caf\xC3\xA9", "utf-8") == "caf\u00E9");
  CHECK(text::decode("a\xFFz", "UTF-8") == "a\uFFFDz");
  CHECK(text::decode("k\0o\0"sv, "UTF-16LE") == "ko");
  CHECK(text::decode("\x82\xA0", "Shift_JIS") == "\u3042");
  // Longer than any buffer on the way.
  const std::string much(300'000, '\xE9');
  CHECK(text::decode(much, "windows-1252").size() == 600'000);
}

TEST_CASE("decode: an unknown encoding stops the run with a hint") {
  for (const char* const name : {"klingon", "", "UTF-8,version=1"}) {
    CAPTURE(name);
    try {
      text::decode("x", name);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(std::string{error.what()} == "unknown encoding '" + std::string{name} + "'");
      CHECK(error.hint().find("auto") != std::string::npos);
    }
  }
}

TEST_CASE("decode: any bytes become valid UTF-8 without NUL, which decodes to itself") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int i = 0; i < 500; ++i) {
    const std::string bytes =
        i % 2 == 0 ? test::random_bytes(random, random() % 200) : test::random_scraps(random, 40);
    const std::string text = text::decode(bytes);
    REQUIRE(simdjson::validate_utf8(text));
    REQUIRE(text.find('\0') == std::string::npos);
    if (!text.starts_with("\uFEFF")) REQUIRE(text::decode(text) == text);
  }
}
