// SPDX-License-Identifier: GPL-3.0-or-later
#include "options/values.hpp"

#include <doctest/doctest.h>

#include "console.hpp"
#include "kliping/error.hpp"

using namespace kliping;
using namespace kliping::indexer;

TEST_CASE("option values: sizes are counted in powers of 1024") {
  struct Case {
    const char* text;
    std::size_t bytes;
  };
  for (const Case& c :
       {Case{"100000", 100'000}, Case{"512M", 512U << 20}, Case{"2G", std::size_t{2} << 30},
        Case{"1.5k", 1536}, Case{"4KiB", 4096}, Case{"1MB", 1U << 20}}) {
    INFO(c.text);
    CHECK(parse_size("--memory", c.text) == c.bytes);
  }
  for (const char* wrong : {"", "M", "0", "-1M", "1X", "1Mx", "nan", "1e99"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_size("--memory", wrong), Error);
  }
}

TEST_CASE("option values: a field is assigned by name") {
  CHECK(parse_assignment("--set", "source=a=b") ==
        std::pair<std::string, std::string>("source", "a=b"));
  CHECK(parse_assignment("--set", "rubrik=Kota") ==
        std::pair<std::string, std::string>("section", "Kota"));
  for (const char* wrong : {"source", "source=", "warna=x", "=x"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_assignment("--set", wrong), Error);
  }
}

TEST_CASE("options: a date for every article is a date") {
  CHECK(parse_constant("--set", "tanggal=25/4/2019").second == "25/4/2019");
  for (const char* wrong : {"date=kemarin", "date=2019-04-31", "date=x"}) {
    INFO(wrong);
    CHECK_THROWS_AS(parse_constant("--set", wrong), Error);
  }
}

TEST_CASE("progress: says how far and how long, as far as that is known") {
  using std::chrono::duration;
  CHECK(render_progress({12'345, 31'000'000, 62'000'000, duration<double>(10)}, 80) ==
        "12,345 articles  3.1 MB/s  50 %  0:10 left");
  CHECK(render_progress({7, 1000, {}, duration<double>(2)}, 80) == "7 articles  0.0 MB/s");
  CHECK(render_progress({7, 1000, 9000, duration<double>(0.1)}, 80) == "7 articles");
  CHECK(render_progress({12'345, 1, 2, duration<double>(9)}, 6) == "12,345");
}

TEST_CASE("option values: a limit on removals is a number or a percentage") {
  using Unit = DeleteLimit::Unit;
  struct Case {
    const char* text;
    DeleteLimit::Unit unit;
    std::size_t gone;
    std::size_t held;
    bool allowed;
  };
  const Case cases[] = {
      {"10%", Unit::percent, 10, 100, true},   {"10%", Unit::percent, 11, 100, false},
      {"0%", Unit::percent, 0, 100, true},     {"0", Unit::articles, 1, 100, false},
      {"2.5%", Unit::percent, 25, 1000, true}, {"25", Unit::articles, 25, 30, true},
      {"100%", Unit::percent, 30, 30, true}};
  for (const Case& c : cases) {
    INFO(c.text);
    const DeleteLimit limit = parse_delete_limit("--max-delete", c.text);
    CHECK(limit.unit == c.unit);
    CHECK(limit.allows(c.gone, c.held) == c.allowed);
  }
  for (const char* text : {"", "%", "-1", "-1%", "101%", "nan%", "1.5", "ten", "1e9%"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_delete_limit("--max-delete", text), Error);
  }
}
