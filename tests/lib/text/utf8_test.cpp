// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "random_text.hpp"
#include "text/code_point.hpp"

using namespace kliping;

namespace {

/// `61 FFFD 20AC`: the code points as hexadecimal numbers.
std::string drawn(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint c = utf8::decode(text, at);
    out += fmt::format("{}{:X}", out.empty() ? "" : " ", static_cast<std::uint32_t>(c.value));
    at += c.bytes;
  }
  return out;
}

}  // namespace

TEST_CASE("utf8: of a broken sequence the longest valid beginning is one character") {
  struct Case {
    const char* why;
    std::string_view bytes;
    const char* code_points;
  };
  const Case cases[] = {
      {"one to four bytes", "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", "61 E9 20AC 1F600"},
      {"a sequence that the text's end cuts", "a\xF0\x9F\x98", "61 FFFD"},
      {"a letter cuts it, and stays", "\xE2\x82z", "FFFD 7A"},
      {"a byte that only continues", "\x80\xBFz", "FFFD FFFD 7A"},
      {"longer than need be: no byte of it begins anything", "\xC0\x80", "FFFD FFFD"},
      {"half of a surrogate pair", "\xED\xA0\x80", "FFFD FFFD FFFD"},
      {"beyond the last code point", "\xF4\x90\x80\x80", "FFFD FFFD FFFD FFFD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(drawn(c.bytes) == c.code_points);
  }
}

TEST_CASE("utf8: text is cut between characters, as long as can be") {
  const std::string_view text = "a\u20ACb";
  const std::string_view beginnings[] = {"", "a", "a", "a", "a\u20AC", "a\u20ACb", "a\u20ACb"};
  for (std::size_t bytes = 0; bytes < std::size(beginnings); ++bytes) {
    CAPTURE(bytes);
    CHECK(utf8::cut(text, bytes) == beginnings[bytes]);
  }
}

TEST_CASE("utf8: steps over any bytes reach their end, and agree with one another") {
  const auto seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2'000; ++round) {
    const std::string bytes = test::random_bytes(random, random() % 40);
    std::size_t characters = 0;
    std::size_t at = 0;
    for (; at < bytes.size(); ++characters) {
      const utf8::CodePoint c = utf8::decode(bytes, at);
      std::size_t end = at;
      const char32_t next = utf8::next(bytes, end);
      REQUIRE(end == at + c.bytes);
      const bool is_broken = next == utf8::not_a_character;
      REQUIRE(c.value == (is_broken ? utf8::replacement_character : next));
      if (!is_broken) {
        std::string again;
        utf8::append(again, next);
        REQUIRE(again == bytes.substr(at, c.bytes));
      }
      at = end;
    }
    REQUIRE(at == bytes.size());
    REQUIRE(characters == utf8::length(bytes));
  }
}

TEST_CASE("utf8: columns are those of a terminal") {
  CHECK(utf8::columns("kata") == 4);
  CHECK(utf8::columns("e\u0301") == 1);
  CHECK(utf8::columns("\u6771\u4EAC") == 4);
  CHECK(utf8::columns("\xFF") == 1);
}
