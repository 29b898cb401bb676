// SPDX-License-Identifier: GPL-3.0-or-later
#include "dumped_article.hpp"

#include <doctest/doctest.h>

#include <random>

#include "kliping/text/decode.hpp"
#include "random_text.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

std::string text(std::mt19937& random) {
  return text::decode(test::random_scraps(random, random() % 20));
}

Article random_article(std::mt19937& random) {
  using Precision = Date::Precision;
  Article article{.id = "x" + text(random),
                  .title = text(random),
                  .body = "isi " + text(random),
                  .date = {},
                  .source = text(random),
                  .section = text(random),
                  .author = text(random),
                  .url = text(random),
                  .locator = text(random),
                  .extra = {{text(random), text(random)}, {"sama", "satu"}, {"sama", "dua"}}};
  const auto precision = static_cast<Precision>(random() % 3);
  // Midnight WIT, WITA or WIB of some day, and a time of day where one is known.
  const auto offset = static_cast<std::int16_t>(420 + 60 * (random() % 3));
  std::int64_t seconds = (static_cast<std::int64_t>(random() % 20000) - 5000) * 86400 - offset * 60;
  if (precision != Precision::day) seconds += static_cast<std::int64_t>(random() % 1440) * 60;
  if (precision == Precision::second) seconds += static_cast<std::int64_t>(random() % 60);
  if (random() % 4 != 0) article.date = Date{seconds, offset, precision};
  return article;
}

}  // namespace

TEST_CASE("dumped article: what is written comes back as it was") {
  const unsigned seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 500; ++i) {
    const Article article = random_article(random);
    const std::string line = dumped(article);
    CAPTURE(line);
    REQUIRE(line.find('\n') == line.size() - 1);
    const auto read = read_dumped(line);
    REQUIRE(read);
    CHECK(*read == article);
  }
}

TEST_CASE("dumped article: other JSON is left to the reader of other JSON") {
  struct Case {
    const char* why;
    const char* record;
  };
  const Case cases[] = {
      {"an archive's own article", R"({"type":"article","title":"Kabar","body":"isi"})"},
      {"another schema", R"({"type":"article","schema":2,"id":"a","body":"isi"})"},
      {"another type", R"({"type":"hit","schema":1,"id":"a","body":"isi"})"},
      {"a key that dump does not write",
       R"({"type":"article","schema":1,"id":"a","body":"b","x":1})"},
      {"a number for a text", R"({"type":"article","schema":1,"id":7,"body":"b"})"},
      {"no id", R"({"type":"article","schema":1,"body":"b"})"},
      {"a date that is none", R"({"type":"article","schema":1,"id":"a","body":"b","date":"x"})"},
      {"a date as dump never writes it",
       R"({"type":"article","schema":1,"id":"a","body":"b","date":"2024-02-050+7:00"})"},
      {"cut off", R"({"type":"article","schema":1,"id":"a","body":"b)"},
      {"nothing", ""},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(!read_dumped(c.record));
  }
  CHECK(read_dumped(R"({"type": "article", "schema": 1, "id": "a", "body": "b"})"));
}
