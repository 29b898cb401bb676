// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/date_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "date/names.hpp"
#include "kliping/date.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using namespace std::chrono;

enum class Unit : std::uint8_t { day, week, month, year };

struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr std::array<UnitName, 12> unit_names{{
    {"hari", Unit::day},
    {"day", Unit::day},
    {"days", Unit::day},
    {"minggu", Unit::week},
    {"week", Unit::week},
    {"weeks", Unit::week},
    {"bulan", Unit::month},
    {"month", Unit::month},
    {"months", Unit::month},
    {"tahun", Unit::year},
    {"year", Unit::year},
    {"years", Unit::year},
}};

/// Words for one whole unit, so many before this one.
struct NamedPeriod {
  std::string_view name;
  Unit unit;
  int back;
};

constexpr std::array<NamedPeriod, 20> named_periods{{
    {"hari-ini", Unit::day, 0},     {"today", Unit::day, 0},        {"kemarin", Unit::day, 1},
    {"yesterday", Unit::day, 1},    {"kemarin-dulu", Unit::day, 2}, {"kemarin-lusa", Unit::day, 2},
    {"minggu-ini", Unit::week, 0},  {"this-week", Unit::week, 0},   {"pekan-ini", Unit::week, 0},
    {"minggu-lalu", Unit::week, 1}, {"pekan-lalu", Unit::week, 1},  {"last-week", Unit::week, 1},
    {"bulan-ini", Unit::month, 0},  {"this-month", Unit::month, 0}, {"bulan-lalu", Unit::month, 1},
    {"last-month", Unit::month, 1}, {"tahun-ini", Unit::year, 0},   {"this-year", Unit::year, 0},
    {"tahun-lalu", Unit::year, 1},  {"last-year", Unit::year, 1},
}};

/// `9999-hari-lalu`: no count of units has more digits.
constexpr std::size_t most_count_digits = 4;
constexpr int first_year = 1000;

/// What a text means by itself, and as the end of a range.
struct Period {
  DateRange days;
  std::string as_end;
};

std::string normal(std::string_view text) {
  std::string out = ascii::lowered(text);
  for (char& c : out) {
    if (c == ' ' || c == '_') c = '-';
  }
  return out;
}

std::optional<int> number(std::string_view digits, std::size_t fewest, std::size_t most) {
  int value = 0;
  const char* const end = digits.data() + digits.size();
  const bool sized = digits.size() >= fewest && digits.size() <= most;
  if (!sized || digits.front() == '-') return {};
  const auto [stop, fault] = std::from_chars(digits.data(), end, value);
  if (fault != std::errc{} || stop != end) return {};
  return value;
}

std::string iso(sys_days day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Period whole(DateRange days) {
  std::string end = days.last;
  return {std::move(days), std::move(end)};
}

Period month_of(int year, unsigned month) {
  // Days compare as text: no month is longer than 31.
  return whole(
      {fmt::format("{:04}-{:02}-01", year, month), fmt::format("{:04}-{:02}-31", year, month)});
}

Period year_of(int year) {
  return whole({fmt::format("{:04}-01-01", year), fmt::format("{:04}-12-31", year)});
}

/// The same day of an earlier month, or that month's last.
sys_days months_before(sys_days day, int count) {
  year_month_day date = year_month_day{day} - months{count};
  return date.ok() ? sys_days{date} : sys_days{date.year() / date.month() / last};
}

sys_days before(sys_days day, Unit unit, int count) {
  switch (unit) {
    case Unit::day:
      return day - days{count};
    case Unit::week:
      return day - weeks{count};
    case Unit::month:
      return months_before(day, count);
    default:
      return months_before(day, 12 * count);
  }
}

/// The calendar's unit that a day is in.
Period around(sys_days day, Unit unit) {
  const year_month_day date{day};
  switch (unit) {
    case Unit::day:
      return whole({iso(day), iso(day)});
    case Unit::week: {
      const sys_days monday = day - (weekday{day} - Monday);
      return whole({iso(monday), iso(monday + days{6})});
    }
    case Unit::month:
      return month_of(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
    default:
      return year_of(static_cast<int>(date.year()));
  }
}

std::optional<Unit> unit_named(std::string_view name) {
  const auto* const found = std::find_if(unit_names.begin(), unit_names.end(),
                                         [&](const UnitName& unit) { return unit.name == name; });
  if (found == unit_names.end()) return {};
  return found->unit;
}

/// `kemarin`, `3-bulan`, `3-bulan-lalu`.
std::optional<Period> relative(std::string_view text, Today today) {
  for (const NamedPeriod& named : named_periods) {
    if (named.name == text) return around(before(today, named.unit, named.back), named.unit);
  }
  const auto dash = text.find('-');
  const auto count = number(text.substr(0, dash), 1, most_count_digits);
  if (!count || dash == std::string_view::npos) return {};
  std::string_view name = text.substr(dash + 1);
  const std::size_t size = name.size();
  for (const std::string_view ago : {"-lalu", "-ago"}) {
    if (name.ends_with(ago)) name.remove_suffix(ago.size());
  }
  const auto unit = unit_named(name);
  if (!unit) return {};
  const sys_days begin = before(today, *unit, *count);
  if (year_month_day{begin}.year() < year{first_year}) return {};
  if (name.size() < size) return around(begin, *unit);
  return Period{{iso(begin), iso(today)}, iso(begin)};
}

/// `2019-04`, `april-2019`, `4/2019`.
std::optional<Period> month(std::string_view text) {
  const auto sign = text.find_first_of("-/");
  if (sign == std::string_view::npos) return {};
  const std::string_view left = text.substr(0, sign);
  const std::string_view right = text.substr(sign + 1);
  const bool year_first = number(left, 4, 4).has_value();
  const auto year = number(year_first ? left : right, 4, 4);
  const std::string_view name = year_first ? right : left;
  if (!year || *year < first_year) return {};
  if (const auto named = date::month_named(name)) return month_of(*year, *named);
  const auto value = number(name, year_first ? 2 : 1, 2);
  if (!value || *value < 1 || *value > 12) return {};
  return month_of(*year, static_cast<unsigned>(*value));
}

std::optional<Period> period(std::string_view given, Today today) {
  const std::string text = normal(given);
  if (const auto year = number(text, 4, 4); year && *year >= first_year) return year_of(*year);
  if (auto found = relative(text, today)) return found;
  if (auto found = month(text)) return found;
  const auto date = parse_date(given);
  if (!date) return {};
  return whole({to_iso_day(*date), to_iso_day(*date)});
}

}  // namespace

std::variant<DateRange, DateFault> parse_date_range(std::string_view text, Today today) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto found = period(text, today);
    if (!found) return DateFault::no_date;
    return found->days;
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  const auto first = period(from, today);
  const auto last = period(to, today);
  const bool open = from.empty() && to.empty();
  if (open || (!from.empty() && !first) || (!to.empty() && !last)) return DateFault::no_date;
  DateRange range{first ? first->days.first : "", last ? last->as_end : ""};
  if (!range.last.empty() && range.last < range.first) return DateFault::reversed;
  return range;
}

DateHelp explain(DateFault fault, std::string_view text) {
  if (fault == DateFault::no_date) {
    return {message("this is no date"),
            message("write 2019, 2019-04, april-2019, 2019-04-25, kemarin, minggu-lalu, "
                    "or a range 2019-04..2019-06, 3-bulan..")};
  }
  const auto dots = text.find("..");
  return {
      message("this range ends before it begins"),
      message("{}..{} begins with the earlier one", text.substr(dots + 2), text.substr(0, dots))};
}

}  // namespace kliping
