// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/date.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace kliping;

namespace {

std::string iso(std::string_view text, DateOrder order = DateOrder::unknown) {
  const auto date = parse_date(text, order);
  return date ? to_iso(*date) : "";
}

/// Where something is kept, and the day that it names.
struct Place {
  std::string why;
  const char* place;
  const char* iso;
};

void check_days(std::optional<Date> (*day_of)(std::string_view), const std::vector<Place>& places) {
  for (const Place& place : places) {
    CAPTURE(place.why);
    const auto date = day_of(place.place);
    CHECK((date ? to_iso(*date) : "") == place.iso);
  }
}

}  // namespace

TEST_CASE("date: the forms that archives write") {
  struct Case {
    std::string why;
    std::string text;
    const char* iso;
  };
  const Case cases[] = {
      {"ISO day", "2019-04-25", "2019-04-25"},
      {"ISO with zone", "2019-04-25T10:12:00+07:00", "2019-04-25T10:12:00+07:00"},
      {"zone without colon", "2016-02-16T13:01:52+0700", "2016-02-16T13:01:52+07:00"},
      {"UTC", "2019-04-25T03:12:00Z", "2019-04-25T03:12:00+00:00"},
      {"fraction of a second", "2019-04-25T10:12:00.123456+07:00", "2019-04-25T10:12:00+07:00"},
      {"blank for T, no zone is Jakarta's", "2023-02-27 23:44:44", "2023-02-27T23:44:44+07:00"},
      {"blank before T", "2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+00:00"},
      {"west of Greenwich", "2019-04-25T10:12:00-05:30", "2019-04-25T10:12:00-05:30"},
      {"without hyphens", "20190425T101200Z", "2019-04-25T10:12:00+00:00"},
      {"eight figures", "20190425", "2019-04-25"},
      {"a crawl's stamp", "20190425101200", "2019-04-25T10:12:00+07:00"},
      {".NET", "/Date(1556161920000)/", "2019-04-25T10:12:00+07:00"},
      {"an hour that is none leaves the day", "2019-04-25T24:00:00", "2019-04-25"},
      {"blanks around strokes", "25 / 04 / 2019 10:12", "2019-04-25T10:12:00+07:00"},
      {"dashes for hyphens", "25\u201304\u20132019", "2019-04-25"},
      {"a dash before the time", "Kamis, 25 April 2019 \u2013 10:12 WIB",
       "2019-04-25T10:12:00+07:00"},
      {"day's name, short month, WIB", "Sabtu, 20 Jun 2026 14:45 WIB", "2026-06-20T14:45:00+07:00"},
      {"stroke before the time", "Senin, 21 Januari 2019 / 16:48 WIB", "2019-01-21T16:48:00+07:00"},
      {"bar before the time", "Kamis, 05 November 2015 | 11:13 WIB", "2015-11-05T11:13:00+07:00"},
      {"small letters", "Kamis, 5 November 2015 - 15:56 wib", "2015-11-05T15:56:00+07:00"},
      {"WITA", "21 Agustus 2024 pukul 14.20 WITA", "2024-08-21T14:20:00+08:00"},
      {"WIT", "21 Agt 2024, 14.20 WIT", "2024-08-21T14:20:00+09:00"},
      {"pluses of a form", "21+January+2019", "2019-01-21"},
      {"English, month first", "January 21, 2019", "2019-01-21"},
      {"ordinal", "21st of no month; Jan 21st, 2019", "2019-01-21"},
      {"afternoon", "Jan 21, 2019 2:45 PM", "2019-01-21T14:45:00+07:00"},
      {"midnight", "Jan 21, 2019 12:05 am", "2019-01-21T00:05:00+07:00"},
      {"mail", "Mon, 21 Jan 2019 16:48:00 +0000", "2019-01-21T16:48:00+00:00"},
      {"mail with a name", "Mon, 21 Jan 2019 16:48:00 GMT", "2019-01-21T16:48:00+00:00"},
      {"name and figure", "21 Jan 2019 16:48 GMT+7", "2019-01-21T16:48:00+07:00"},
      {"ctime", "Mon Jan 21 16:48:00 2019", "2019-01-21T16:48:00+07:00"},
      {"ctime with a zone", "Mon Jan 21 16:48:00 +0000 2019", "2019-01-21T16:48:00+00:00"},
      {"hyphens and name", "21-Jan-2019", "2019-01-21"},
      {"year first with name", "2019 Januari 21", "2019-01-21"},
      {"time before the day", "16:48 WIB, 21 Januari 2019", "2019-01-21T16:48:00+07:00"},
      {"old spelling", "1 Nopember 1998", "1998-11-01"},
      {"old spelling of February", "28 Pebruari 1997", "1997-02-28"},
      {"short year", "20/10/25", "2025-10-20"},
      {"figures and time", "20/10/2025 11:25", "2025-10-20T11:25:00+07:00"},
      {"US order proven by itself", "10/20/2025 11:25", "2025-10-20T11:25:00+07:00"},
      {"ambiguous is day first", "03/04/2025", "2025-04-03"},
      {"dots", "20.10.2025", "2025-10-20"},
      {"inside a line", "Kontan.co.id - Terbit Rabu, 4 November 2015 | 21:04 WIB oleh Ani",
       "2015-11-04T21:04:00+07:00"},
      {"another day's time is not this one's", "Terbit 20 Jun 2026, diubah 21 Jun 2026 15:00",
       "2026-06-20"},
      {"epoch seconds", "1553500800", "2019-03-25T15:00:00+07:00"},
      {"epoch milliseconds", "1553500800123", "2019-03-25T15:00:00+07:00"},
      {"epoch with a fraction", "1553500800.5", "2019-03-25T15:00:00+07:00"},
      {"epoch microseconds", "1553500800123456", "2019-03-25T15:00:00+07:00"},
      {"epoch nanoseconds", "1553500800123456789", "2019-03-25T15:00:00+07:00"},
      {"Python's own print", "datetime.datetime(2019, 4, 5, 10, 2)", "2019-04-05T10:02:00+07:00"},
      {"Python's, of a day", "datetime.date(2019, 4, 5)", "2019-04-05"},
      {"Python's, with a zone",
       "datetime.datetime(2019, 4, 5, 3, 2, 1, tzinfo=datetime.timezone.utc)",
       "2019-04-05T03:02:01+00:00"},
      {"pandas' print", "Timestamp('2019-04-05 10:02:00')", "2019-04-05T10:02:00+07:00"},
      {"Chinese", "2019年4月5日", "2019-04-05"},
      {"Chinese, with the time", "2019年4月5日 10:02", "2019-04-05T10:02:00+07:00"},
      {"leap day", "29 Februari 2024", "2024-02-29"},
      {"an impossible time leaves the day", "25 April 2019 25:10 WIB", "2019-04-25"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.text);
    CHECK(iso(c.text) == c.iso);
  }
}

TEST_CASE("date: what is no whole day of the calendar is none") {
  struct Case {
    std::string why;
    std::string text;
  };
  const Case cases[] = {
      {"empty", ""},
      {"no leap year", "29 Februari 2023"},
      {"no such day", "31 April 2019"},
      {"no such month", "2019-13-01"},
      {"day and month alone", "Kamis (28/3)"},
      {"month and year alone", "April 2019"},
      {"a time alone", "16.48.30"},
      {"day, month, time", "20 Jun 14:45"},
      {"year 999", "0999-01-01"},
      {"a number", "23444401"},
      {"a time ago", "2 jam lalu"},
      {"a call without a day", "datetime.datetime(2019, 4)"},
      {"Chinese, without a day", "2019年4月"},
      {"a small number", "12345"},
      {"prose", "maret lalu ia pergi"},
      {"mixed separators", "2019-04/25"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(iso(c.text) == "");
  }
}

TEST_CASE("date: the order of day and month is proven, and obeyed where it can be") {
  CHECK(proven_order("13/04/2025") == DateOrder::day_first);
  CHECK(proven_order("04/13/2025 10:00") == DateOrder::month_first);
  CHECK(proven_order("03/04/2025") == DateOrder::unknown);
  CHECK(proven_order("13 April 2025") == DateOrder::unknown);
  CHECK(proven_order("2025-04-13") == DateOrder::unknown);
  CHECK(proven_order("40/50/2025") == DateOrder::unknown);
  CHECK(iso("03/04/2025", DateOrder::month_first) == "2025-03-04");
  CHECK(iso("03/04/2025", DateOrder::day_first) == "2025-04-03");
  CHECK(iso("13/04/2025", DateOrder::month_first) == "2025-04-13");
}

TEST_CASE("date: addresses give a day where they surely have one") {
  check_days(
      date_from_url,
      {
          {"folders", "https://contoh.id/read/2024/03/28/123/judul", "2024-03-28"},
          {"hyphens", "https://contoh.id/2024-03-28-judul", "2024-03-28"},
          {"short figures", "https://contoh.id/2024/3/8/judul", "2024-03-08"},
          {"eight figures", "https://contoh.id/20240328/judul", "2024-03-28"},
          {"a stamp", "https://contoh.id/nasional/20250812153935-20-1261638/judul", "2025-08-12"},
          {"month alone", "https://contoh.id/2021/09/judul.html", ""},
          {"an article's number", "https://contoh.id/read/23444401/judul", ""},
          {"no such day", "https://contoh.id/2024/02/31/judul", ""},
          {"in the query", "https://contoh.id/?u=/2024/03/28/", ""},
      });
}

TEST_CASE("date: a path gives the day that a file is kept under") {
  check_days(
      date_from_path,
      {
          {"the name begins with it", "arsip/2024-03-28-judul.txt", "2024-03-28"},
          {"by low lines", "2024_03_28_judul.txt", "2024-03-28"},
          {"by points, and nothing else", "arsip/2024.03.28.txt", "2024-03-28"},
          {"eight figures", "arsip/20240328-judul.txt", "2024-03-28"},
          {"a folder for each day", "arsip/2024-03-28/judul.txt", "2024-03-28"},
          {"the same in eight figures", "arsip/20240328/judul.txt", "2024-03-28"},
          {"folders of year, month, day", "arsip/2024/03/28/judul.txt", "2024-03-28"},
          {"and nothing above them", "2024/3/8/judul.txt", "2024-03-08"},
          {"a member of an archive", "arsip.zip//2024/03/28/judul.txt", "2024-03-28"},
          {"the name before the folder", "cadangan/2025-01-01/2024-03-28-judul.txt", "2024-03-28"},
          {"a backup's day lies farther up", "cadangan/2025/01/01/teks/judul.txt", ""},
          {"month alone", "arsip/2024/03/judul.txt", ""},
          {"a number of its own", "arsip/2024032812.txt", ""},
          {"no such day", "arsip/2024-02-31-judul.txt", ""},
          {"within the name", "arsip/judul-2024-03-28.txt", ""},
          {"no path", "", ""},
          {"folders alone", "/", ""},
      });
}

TEST_CASE("date: what to_iso writes parse_date reads back") {
  std::random_device device;
  const unsigned seed = device();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<std::int64_t> seconds(-30'000'000'000, 250'000'000'000);
  std::uniform_int_distribution<int> quarters(-48, 56);
  for (int i = 0; i < 20'000; ++i) {
    const Date date{seconds(random), static_cast<std::int16_t>(quarters(random) * 15),
                    Date::Precision::second};
    CAPTURE(to_iso(date));
    CHECK(parse_date(to_iso(date)) == date);
  }
}

TEST_CASE("date: no text is too strange") {
  std::random_device device;
  const unsigned seed = device();
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view pieces = "0123456789/-.,:+ TZJanMeiWIB\x80\xC2\xA0";
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    if (const auto date = parse_date(text))
      CHECK(to_iso(*parse_date(to_iso(*date))) == to_iso(*date));
  }
}

TEST_CASE("date: a spreadsheet's number is a day, and its time behind the point") {
  REQUIRE(date_from_serial("45334"));
  CHECK(to_iso(*date_from_serial("45334")) == "2024-02-12");
  CHECK(to_iso(*date_from_serial("45334.5868055556")) == "2024-02-12T14:05:00+07:00");
  for (const char* const other : {"", "2024", "1707721500", "45334a", "99999", "1.2.3"})
    CHECK_FALSE(date_from_serial(other));
}
