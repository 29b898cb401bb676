// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "date/calendar.hpp"

namespace kliping::date {

namespace {

using Tokens = std::vector<Token>;

/// Marks that part the figures of `20/10/2025`, `2025-10-20`, `20.10.2025`.
constexpr std::string_view figure_marks = "/-.";
/// Marks that part a day, a month's name and a year: `21+January+2019`, `Jan. 21, 2019`.
constexpr std::string_view name_marks = "/-.,+_";

bool is_month(const Token& token) {
  return token.month != 0;
}

std::size_t skip_marks(const Tokens& tokens, std::size_t at) {
  while (at < tokens.size() && tokens[at].is_mark(name_marks)) ++at;
  return at;
}

/// `21st`, `2nd`: English ordinals.
std::size_t skip_ordinal(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || at == 0 || tokens[at].begin != tokens[at - 1].end()) return at;
  const std::string& word = tokens[at].word;
  return word == "st" || word == "nd" || word == "rd" || word == "th" ? at + 1 : at;
}

std::optional<Day> made(int year, unsigned month, unsigned day, std::size_t begin,
                        std::size_t end) {
  if (!exists(year, month, day)) return std::nullopt;
  return Day{year, month, day, begin, end};
}

/// Three figures with the same mark twice between them, and a blank before either mark or none.
bool are_figures(const Tokens& tokens, std::size_t at) {
  const auto gap_before = [&](std::size_t mark) {
    return tokens[mark].begin - tokens[mark - 1].end();
  };
  return at + 4 < tokens.size() && tokens[at + 1].is_mark(figure_marks) &&
         tokens[at + 3].is_mark({&tokens[at + 1].mark, 1}) && tokens[at + 2].is_number(1, 2) &&
         (gap_before(at + 1) == 0 || (gap_before(at + 1) == 1 && gap_before(at + 3) == 1));
}

bool is_year_last(const Tokens& tokens, std::size_t at) {
  if (!are_figures(tokens, at) || !tokens[at].is_number(1, 2)) return false;
  // `16.48.30` is a time, `1 - 2 - 19` a sum: two digits make a year only right behind a stroke or
  // hyphen.
  const bool is_tight = tokens[at].end() == tokens[at + 1].begin;
  return tokens[at + 4].is_number(4, 4) ||
         (is_tight && tokens[at + 4].is_number(2, 2) && !tokens[at + 1].is_mark("."));
}

int whole_year(const Token& token) {
  constexpr int pivot = 70;
  const int year = static_cast<int>(token.value);
  if (token.size != 2) return year;
  return year < pivot ? 2000 + year : 1900 + year;
}

std::optional<Day> year_first(const Tokens& tokens, std::size_t at) {
  if (!are_figures(tokens, at) || !tokens[at].is_number(4, 4) || !tokens[at + 4].is_number(1, 2))
    return std::nullopt;
  return made(whole_year(tokens[at]), tokens[at + 2].value, tokens[at + 4].value, at, at + 5);
}

std::optional<Day> year_last(const Tokens& tokens, std::size_t at, DateOrder order) {
  if (!is_year_last(tokens, at)) return std::nullopt;
  const int year = whole_year(tokens[at + 4]);
  const unsigned first = tokens[at].value;
  const unsigned second = tokens[at + 2].value;
  const auto day_first = made(year, second, first, at, at + 5);
  const auto month_first = made(year, first, second, at, at + 5);
  if (order == DateOrder::month_first) return month_first ? month_first : day_first;
  return day_first ? day_first : month_first;
}

/// `21 Januari 2019`, `21-Jan-2019`, `21+January+2019`.
std::optional<Day> named_day_first(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].is_number(1, 2)) return std::nullopt;
  const std::size_t month = skip_marks(tokens, skip_ordinal(tokens, at + 1));
  if (month >= tokens.size() || !is_month(tokens[month])) return std::nullopt;
  const std::size_t year = skip_marks(tokens, month + 1);
  if (year >= tokens.size() || !(tokens[year].is_number(4, 4) || tokens[year].is_number(2, 2)))
    return std::nullopt;
  // `20 Jun 14:45` has no year.
  if (tokens[year].size == 2 && year + 1 < tokens.size() && tokens[year + 1].is_mark(":."))
    return std::nullopt;
  return made(whole_year(tokens[year]), tokens[month].month, tokens[at].value, at, year + 1);
}

/// `2019-Jan-21`.
std::optional<Day> named_year_first(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].is_number(4, 4)) return std::nullopt;
  const std::size_t month = skip_marks(tokens, at + 1);
  if (month >= tokens.size() || !is_month(tokens[month])) return std::nullopt;
  const std::size_t day = skip_marks(tokens, month + 1);
  if (day >= tokens.size() || !tokens[day].is_number(1, 2)) return std::nullopt;
  return made(whole_year(tokens[at]), tokens[month].month, tokens[day].value, at, day + 1);
}

/// `January 21, 2019`, and with the year behind the time as ctime(3) writes it.
std::optional<Day> named_month_first(const Tokens& tokens, std::size_t at) {
  if (!is_month(tokens[at])) return std::nullopt;
  const std::size_t day = skip_marks(tokens, at + 1);
  if (day >= tokens.size() || !tokens[day].is_number(1, 2)) return std::nullopt;
  const std::size_t end = skip_ordinal(tokens, day + 1);
  const std::size_t year = skip_marks(tokens, end);
  if (year >= tokens.size()) return std::nullopt;
  if (tokens[year].is_number(4, 4))
    return made(whole_year(tokens[year]), tokens[at].month, tokens[day].value, at, year + 1);
  const bool time_follows = tokens[year].is_number(1, 2) && year + 1 < tokens.size() &&
                            tokens[year + 1].is_mark(":") && tokens.back().is_number(4, 4);
  if (!time_follows) return std::nullopt;
  return made(whole_year(tokens.back()), tokens[at].month, tokens[day].value, at, end);
}

/// `20190121`.
std::optional<Day> compact(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].is_number(8, 8)) return std::nullopt;
  const std::uint32_t figures = tokens[at].value;
  return made(static_cast<int>(figures / 10000), figures / 100 % 100, figures % 100, at, at + 1);
}

}  // namespace

bool exists(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  return year >= 1000 && year <= 9999 && month <= 12 && day <= 31 &&
         year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
             .ok();
}

std::optional<Day> find_day(const Tokens& tokens, DateOrder order) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (auto day = year_first(tokens, at)) return day;
    if (auto day = year_last(tokens, at, order)) return day;
    if (auto day = named_day_first(tokens, at)) return day;
    if (auto day = named_year_first(tokens, at)) return day;
    if (auto day = named_month_first(tokens, at)) return day;
    if (auto day = compact(tokens, at)) return day;
  }
  return std::nullopt;
}

DateOrder find_order(const Tokens& tokens) {
  const auto day = find_day(tokens, DateOrder::unknown);
  if (!day || !is_year_last(tokens, day->begin)) return DateOrder::unknown;
  const unsigned first = tokens[day->begin].value;
  const unsigned second = tokens[day->begin + 2].value;
  if (first > 12) return DateOrder::day_first;
  return second > 12 ? DateOrder::month_first : DateOrder::unknown;
}

}  // namespace kliping::date
