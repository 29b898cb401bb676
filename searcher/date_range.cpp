// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/date_range.hpp"

#include <fmt/format.h>

#include "kliping/date.hpp"

namespace kliping::searcher {

namespace {

std::optional<int> number(std::string_view digits, std::size_t width) {
  if (digits.size() != width) return {};
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<DateRange> parse_period(std::string_view text) {
  const auto year = number(text.substr(0, 4), 4);
  if (year && *year >= 1000 && text.size() == 4) {
    return DateRange{fmt::format("{}-01-01", text), fmt::format("{}-12-31", text)};
  }
  if (year && *year >= 1000 && text.size() == 7 && text[4] == '-') {
    const auto month = number(text.substr(5), 2);
    if (!month || *month < 1 || *month > 12) return {};
    // Days compare as text: no month is longer than 31.
    return DateRange{fmt::format("{}-01", text), fmt::format("{}-31", text)};
  }
  const auto date = parse_date(text);
  if (!date) return {};
  return DateRange{to_iso_day(*date), to_iso_day(*date)};
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return parse_period(text);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  DateRange range;
  if (!from.empty()) {
    const auto period = parse_period(from);
    if (!period) return {};
    range.first = period->first;
  }
  if (!to.empty()) {
    const auto period = parse_period(to);
    if (!period) return {};
    range.last = period->last;
  }
  if (from.empty() && to.empty()) return {};
  if (!range.last.empty() && range.last < range.first) return {};
  return range;
}

}  // namespace kliping::searcher
