// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/date_range.hpp"

#include <doctest/doctest.h>

using namespace kliping;

namespace {

/// A Thursday.
constexpr Today today = std::chrono::year{2019} / 4 / 25;

}  // namespace

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
      {"a month by name", "april-2019", {"2019-04-01", "2019-04-31"}},
      {"its short name, in capitals", "AGU-2018", {"2018-08-01", "2018-08-31"}},
      {"in English", "may 2018", {"2018-05-01", "2018-05-31"}},
      {"the year first", "2018-Oktober", {"2018-10-01", "2018-10-31"}},
      {"in figures, month first", "4/2019", {"2019-04-01", "2019-04-31"}},
      {"months by name", "april-2019..juni-2019", {"2019-04-01", "2019-06-31"}},
      {"a day by name", "25-april-2019", {"2019-04-25", "2019-04-25"}},
      {"today", "hari-ini", {"2019-04-25", "2019-04-25"}},
      {"yesterday", "kemarin", {"2019-04-24", "2019-04-24"}},
      {"yesterday in English", "Yesterday", {"2019-04-24", "2019-04-24"}},
      {"the day before yesterday", "kemarin dulu", {"2019-04-23", "2019-04-23"}},
      {"weeks begin on Monday", "minggu-ini", {"2019-04-22", "2019-04-28"}},
      {"last week", "minggu-lalu", {"2019-04-15", "2019-04-21"}},
      {"last week in English", "last-week", {"2019-04-15", "2019-04-21"}},
      {"last month", "bulan_lalu", {"2019-03-01", "2019-03-31"}},
      {"last year", "tahun-lalu", {"2018-01-01", "2018-12-31"}},
      {"the last so many months", "3-bulan", {"2019-01-25", "2019-04-25"}},
      {"the same, on", "3-bulan..", {"2019-01-25", ""}},
      {"until so long ago", "..3-bulan", {"", "2019-01-25"}},
      {"a span of them", "3-bulan..1-bulan", {"2019-01-25", "2019-03-25"}},
      {"one whole month, back", "3-bulan-lalu", {"2019-01-01", "2019-01-31"}},
      {"in English", "2-weeks-ago", {"2019-04-08", "2019-04-14"}},
      {"days", "10-hari", {"2019-04-15", "2019-04-25"}},
      {"years", "2-tahun..", {"2017-04-25", ""}},
      {"last week until yesterday", "minggu-lalu..kemarin", {"2019-04-15", "2019-04-24"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.text);
    const auto range = parse_date_range(c.text, today);
    REQUIRE(std::holds_alternative<DateRange>(range));
    CHECK(std::get<DateRange>(range) == c.range);
  }
}

TEST_CASE("date range: a month back from its last day is the last day of a shorter one") {
  const auto range = parse_date_range("1-bulan..", std::chrono::year{2020} / 3 / 31);
  CHECK(std::get<DateRange>(range).first == "2020-02-29");
}

TEST_CASE("date range: what is none") {
  for (const char* const text :
       {"",           "..",   "2019-00",          "2019-13",    "20190",
        "0999",       "kata", "2019..kata",       "2019-02-30", "april",
        "13-bulanan", "3-",   "-3-bulan",         "99999-hari", "9999-tahun",
        "bulan",      "lalu", "2019..2020..2021", "3-abad",     "2019-apple"}) {
    CAPTURE(text);
    const auto range = parse_date_range(text, today);
    REQUIRE(std::holds_alternative<DateFault>(range));
    CHECK(std::get<DateFault>(range) == DateFault::no_date);
  }
}

TEST_CASE("date range: one that ends before it begins is told as such") {
  for (const char* const text : {"2020..2019", "kemarin..minggu-lalu", "2019-06..2019-04"}) {
    CAPTURE(text);
    const auto range = parse_date_range(text, today);
    REQUIRE(std::holds_alternative<DateFault>(range));
    CHECK(std::get<DateFault>(range) == DateFault::reversed);
  }
  CHECK(explain(DateFault::reversed, "2020..2019").hint.english() ==
        "2019..2020 begins with the earlier one");
}
