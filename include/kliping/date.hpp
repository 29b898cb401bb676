// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kliping {

/// A date as an article states it: the instant, the zone in which it was written, and its
/// precision.
struct Date {
  enum class Precision : std::uint8_t { day, minute, second };

  /// Seconds since 1970-01-01T00:00:00Z; for day precision, midnight in its own zone.
  std::int64_t unix_seconds = 0;
  /// East of UTC. Dates without a zone are taken as WIB (Jakarta), +420.
  std::int16_t offset_minutes = 420;
  Precision precision = Precision::day;

  bool operator==(const Date&) const = default;
};

/// Which number is the month in `03/04/2025`. Readers find out over a whole file: a single date
/// such as `13/04/2025` decides for all of it.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// Reads a date in any form that news archives write: ISO 8601, `Sabtu, 20 Jun 2026 14:45 WIB`,
/// `21 Januari 2019 / 16:48 WIB`, `20/10/2025`, `21+January+2019`, Indonesian and English months.
/// `unknown` order reads an ambiguous day and month as day first, Indonesia's way.
/// Empty where there is no whole, valid calendar date from year 1000 to 9999.
std::optional<Date> parse_date(std::string_view text, DateOrder order = DateOrder::unknown);

/// A cell that a spreadsheet wrote as its number, days since 1899-12-30 with the time behind the
/// point: `45334.5868`. Empty for other texts, and for numbers outside 1990 to 2049, which might
/// count anything.
std::optional<Date> date_from_serial(std::string_view text);

/// The order that this one text proves (`13/04/2025` day first, `04/13/2025` month first).
DateOrder proven_order(std::string_view text);

/// A date out of an address path such as `/2024/03/28/` or `/2024-03-28-`; empty where none is.
std::optional<Date> date_from_url(std::string_view url);

/// The day that people file an article under: the file's name begins with it
/// (`2024-03-28-judul.txt`, `20240328_judul.txt`), or it lies in folders of a year, month and day
/// (`2024/03/28/judul.txt`) or of a day (`2024-03-28/judul.txt`). Empty where neither is so.
std::optional<Date> date_from_path(std::string_view path);

/// `2019-04-25`, or `2019-04-25T10:12:00+07:00` where a time of day is known.
std::string to_iso(const Date& date);

/// The calendar day in the date's own zone, `2019-04-25`.
std::string to_iso_day(const Date& date);

}  // namespace kliping
