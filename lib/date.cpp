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

/// Seconds or milliseconds since 1970, also with a fraction: archives of databases and scripts.
/// Ten digits reach from 2001 to 2286; fewer could be anything.
std::optional<Date> from_epoch(std::string_view text) {
  text = text.substr(0, text.find('.'));
  const bool is_milliseconds = text.size() == 13;
  if (text.size() != 10 && !is_milliseconds) return std::nullopt;
  Date date;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), date.unix_seconds);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
    return std::nullopt;
  if (is_milliseconds) date.unix_seconds /= 1000;
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

}  // namespace

std::optional<Date> parse_date(std::string_view text, DateOrder order) {
  text = without_wrapping(trimmed(text));
  if (text.find_first_not_of("0123456789.") == std::string_view::npos)
    if (const auto date = from_epoch(text)) return date;
  const std::vector<date::Token> tokens = date::tokens_of(text);
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
