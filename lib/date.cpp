// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace kliping {

std::optional<Date> parse_date(std::string_view, DateOrder) {
  return std::nullopt;
}
DateOrder proven_order(std::string_view) {
  return DateOrder::unknown;
}
std::optional<Date> date_from_url(std::string_view) {
  return std::nullopt;
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
