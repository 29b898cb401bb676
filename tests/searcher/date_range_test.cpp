// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/date_range.hpp"

#include <doctest/doctest.h>

using namespace kliping::searcher;

TEST_CASE("date range: periods and ranges of them") {
  struct Case {
    const char* why;
    const char* text;
    DateRange range;
  };
  const Case cases[] = {
      {"a year", "2019", {"2019-01-01", "2019-12-31"}},
      {"a month", "2019-02", {"2019-02-01", "2019-02-31"}},
      {"a day", "2019-04-25", {"2019-04-25", "2019-04-25"}},
      {"years", "2019..2020", {"2019-01-01", "2020-12-31"}},
      {"a day to a month", "2019-04-25..2019-05", {"2019-04-25", "2019-05-31"}},
      {"from", "2019..", {"2019-01-01", ""}},
      {"until", "..2019-04", {"", "2019-04-31"}},
      {"one day as a range", "2019-04-25..2019-04-25", {"2019-04-25", "2019-04-25"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto range = parse_date_range(c.text);
    REQUIRE(range);
    CHECK(*range == c.range);
  }
}

TEST_CASE("date range: what is none") {
  for (const char* const text : {"", "..", "2019-00", "2019-13", "20190", "0999", "kata",
                                 "2020..2019", "2019..kata", "2019-02-30"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date_range(text));
  }
}
