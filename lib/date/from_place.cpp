// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "date/calendar.hpp"
#include "date/compose.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::is_digit;

/// News on the web; other numbers of such a shape are article numbers.
constexpr int first_web_year = 1990;
constexpr int last_web_year = 2100;

/// Takes a number of `fewest` to `most` digits off the front; empty where there are fewer digits.
std::optional<unsigned> take_number(std::string_view& text, std::size_t fewest, std::size_t most) {
  std::size_t digits = 0;
  while (digits < most && digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits < fewest) return std::nullopt;
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return value;
}

std::optional<Date> web_day(unsigned year, unsigned month, unsigned day) {
  const int whole_year = static_cast<int>(year);
  if (whole_year < first_web_year || whole_year > last_web_year) return std::nullopt;
  if (!date::exists(whole_year, month, day)) return std::nullopt;
  return date::compose({whole_year, month, day, 0, 0}, std::nullopt);
}

/// `2024/03/28/`, `2024-03-28-…`, by one of the marks between the numbers.
std::optional<Date> parted_day(std::string_view text, std::string_view marks) {
  const auto year = take_number(text, 4, 4);
  if (!year || text.empty() || marks.find(text.front()) == marks.npos) return std::nullopt;
  const char mark = text.front();
  text.remove_prefix(1);
  const auto month = take_number(text, 1, 2);
  if (!month || !text.starts_with(mark)) return std::nullopt;
  text.remove_prefix(1);
  const auto day = take_number(text, 1, 2);
  if (!day || (!text.empty() && is_digit(text.front()))) return std::nullopt;
  return web_day(*year, *month, *day);
}

/// `20250812` and `20250812153935`, whole.
std::optional<Date> solid_day(std::string_view text) {
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  if (digits != 8 && digits != 14) return std::nullopt;
  const auto year = take_number(text, 4, 4);
  const auto month = take_number(text, 2, 2);
  const auto day = take_number(text, 2, 2);
  return web_day(*year, *month, *day);
}

}  // namespace

std::optional<Date> date_from_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t slash = url.find('/'); slash != std::string_view::npos;
       slash = url.find('/', slash + 1)) {
    const std::string_view rest = url.substr(slash + 1);
    if (auto day = parted_day(rest, "/-")) return day;
    if (auto day = solid_day(rest)) return day;
  }
  return std::nullopt;
}

std::optional<Date> date_from_path(std::string_view path) {
  std::array<std::size_t, 4> starts{};
  std::size_t end = path.size();
  for (std::size_t& start : starts) {
    const std::size_t slash = end == 0 ? path.npos : path.rfind('/', end - 1);
    start = slash == path.npos ? 0 : slash + 1;
    end = slash == path.npos ? 0 : slash;
  }
  const auto [name, folder, month, year] = starts;
  for (const std::string_view part : {path.substr(name), path.substr(folder)}) {
    if (auto day = parted_day(part, "-_.")) return day;
    if (auto day = solid_day(part)) return day;
  }
  return parted_day(path.substr(year), "/");
}

}  // namespace kliping
