// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "date/compose.hpp"
#include "date/tokens.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::trimmed;

/// Seconds, milli-, micro- or nanoseconds since 1970, seconds also with a fraction: archives of
/// databases and scripts. Ten digits of seconds reach from 2001 to 2286; fewer could be anything.
std::optional<Date> from_epoch(std::string_view text) {
  constexpr std::size_t seconds_digits = 10;
  text = text.substr(0, text.find('.'));
  const bool is_count = text.size() == seconds_digits || text.size() == seconds_digits + 3 ||
                        text.size() == seconds_digits + 6 || text.size() == seconds_digits + 9;
  if (!is_count) return std::nullopt;
  text = text.substr(0, seconds_digits);
  Date date;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), date.unix_seconds);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
    return std::nullopt;
  date.precision = Date::Precision::second;
  return date;
}

/// `/Date(1556161920000)/` of .NET.
std::string_view without_wrapping(std::string_view text) {
  constexpr std::string_view begin = "/Date(";
  constexpr std::string_view end = ")/";
  if (!text.starts_with(begin) || !text.ends_with(end)) return text;
  text.remove_prefix(begin.size());
  return text.substr(0, text.size() - end.size());
}

/// `datetime.datetime(2024, 3, 28, 10, 5)`, as Python prints a date, in ISO 8601's order; other
/// texts as they are.
std::string without_call(std::string_view text) {
  const std::size_t open = text.find('(');
  if (!text.starts_with("datetime.") || open == text.npos) return std::string{text};
  /// Behind each part but the last.
  constexpr std::string_view marks = "-- ::";
  const bool is_universal = text.find("utc") != text.npos || text.find("UTC") != text.npos;
  std::string_view rest = text.substr(open + 1);
  std::string iso;
  for (std::size_t part = 0; part <= marks.size(); ++part) {
    rest.remove_prefix(std::min(rest.find_first_not_of(", "), rest.size()));
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0) break;
    if (part > 0) iso += marks[part - 1];
    if (digits == 1) iso += '0';
    iso += rest.substr(0, digits);
    rest.remove_prefix(digits);
  }
  return is_universal ? iso + 'Z' : iso;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
  text = without_wrapping(trimmed(text));
  if (text.find_first_not_of("0123456789.") == std::string_view::npos)
    if (const auto date = from_epoch(text)) return date;
  const std::vector<date::Token> tokens = date::tokens_of(without_call(text));
  const auto day = date::find_day(tokens, order);
  if (!day) return std::nullopt;
  return date::compose(*day, date::find_clock(tokens, *day));
}

std::optional<Date> date_from_serial(std::string_view text) {
  constexpr double first_day = 32874;
  constexpr double past_last_day = 54789;
  constexpr double days_to_epoch = 25569;
  constexpr double seconds_a_day = 86400;
  text = trimmed(text);
  if (text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  double days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < first_day ||
      days >= past_last_day)
    return std::nullopt;
  Date date;
  const bool has_time = days != std::floor(days);
  date.precision = has_time ? Date::Precision::second : Date::Precision::day;
  date.unix_seconds =
      std::llround((days - days_to_epoch) * seconds_a_day) - date.offset_minutes * 60;
  return date;
}

DateOrder proven_order(std::string_view text) {
  return date::find_order(date::tokens_of(trimmed(text)));
}

namespace {
std::chrono::sys_seconds local(const Date& date) {
  return std::chrono::sys_seconds{std::chrono::seconds{date.unix_seconds}} +
         std::chrono::minutes{date.offset_minutes};
}
}  // namespace

std::string to_iso_day(const Date& date) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(local(date))};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()},
                     unsigned{day.day()});
}

std::string to_iso(const Date& date) {
  if (date.precision == Date::Precision::day) return to_iso_day(date);
  const auto time = local(date);
  const std::chrono::hh_mm_ss clock{time - std::chrono::floor<std::chrono::days>(time)};
  const int offset = date.offset_minutes;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", to_iso_day(date), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), offset < 0 ? '-' : '+',
                     std::abs(offset) / 60, std::abs(offset) % 60);
}

}  // namespace kliping
