// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "date/calendar.hpp"
#include "date/names.hpp"

namespace kliping::date {

namespace {

using Tokens = std::vector<Token>;

constexpr int minutes_an_hour = 60;
constexpr int seconds_a_minute = 60;
/// No zone is farther east or west.
constexpr int max_offset_minutes = 14 * minutes_an_hour;

/// `+07:00`, `+0700`, `-05`: the sign touches its number.
std::optional<std::int16_t> signed_offset(const Tokens& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || !tokens[at].is_mark("+-")) return std::nullopt;
  const Token& figures = tokens[at + 1];
  if (figures.begin != tokens[at].end()) return std::nullopt;
  unsigned hours = figures.value;
  unsigned minutes = 0;
  if (figures.is_number(4, 4)) {
    hours = figures.value / 100;
    minutes = figures.value % 100;
  } else if (!figures.is_number(1, 2)) {
    return std::nullopt;
  } else if (at + 3 < tokens.size() && tokens[at + 2].is_mark(":") &&
             tokens[at + 3].is_number(2, 2)) {
    minutes = tokens[at + 3].value;
  }
  const int total = static_cast<int>(hours * minutes_an_hour + minutes);
  if (minutes >= minutes_an_hour || total > max_offset_minutes) return std::nullopt;
  return static_cast<std::int16_t>(tokens[at].mark == '-' ? -total : total);
}

/// The zone at a token: a name, a figure, or both (`GMT+7`).
std::optional<std::int16_t> zone_at(const Tokens& tokens, std::size_t at) {
  if (at < tokens.size() && tokens[at].is_mark("(")) ++at;
  if (at >= tokens.size()) return std::nullopt;
  if (const auto offset = signed_offset(tokens, at)) return offset;
  const auto named = zone_named(tokens[at].word);
  if (named == std::int16_t{0})
    if (const auto offset = signed_offset(tokens, at + 1)) return offset;
  return named;
}

/// A half of the day behind a time: 12 am is midnight.
bool apply_half(const std::string& word, unsigned& hour) {
  if (word != "am" && word != "pm") return true;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (word == "pm" ? 12 : 0);
  return true;
}

/// `14:45`, `14.45`, `10:12:00.123 PM WIB` from a token on.
std::optional<Clock> clock_at(const Tokens& tokens, std::size_t at, std::size_t end,
                              std::string_view marks) {
  const auto follows = [&](std::size_t mark, std::string_view any_of) {
    return mark + 1 < end && tokens[mark].is_mark(any_of) && tokens[mark + 1].is_number(2, 2) &&
           tokens[mark].end() == tokens[mark + 1].begin;
  };
  // The minutes of an hour that is none (`24:00:00`) are no time themselves.
  const bool is_rest =
      at > 0 && tokens[at - 1].is_mark(":") && tokens[at - 1].end() == tokens[at].begin;
  if (is_rest || !tokens[at].is_number(1, 2) || !follows(at + 1, marks)) return std::nullopt;
  Clock clock;
  unsigned hour = tokens[at].value;
  const unsigned minute = tokens[at + 2].value;
  unsigned second = 0;
  std::size_t next = at + 3;
  if (follows(next, {&tokens[at + 1].mark, 1})) {
    second = tokens[next + 1].value;
    clock.precision = Date::Precision::second;
    next += 2;
    const bool has_fraction = next + 1 < end && tokens[next].is_mark(".,") &&
                              tokens[next + 1].kind == Token::Kind::number &&
                              tokens[next].begin == tokens[next - 1].end();
    if (has_fraction) next += 2;
  }
  if (next < end && !apply_half(tokens[next].word, hour)) return std::nullopt;
  if (next < end && (tokens[next].word == "am" || tokens[next].word == "pm")) ++next;
  constexpr unsigned leap_second = 60;
  if (hour > 23 || minute > 59 || second > leap_second) return std::nullopt;
  second = std::min(second, leap_second - 1);
  clock.seconds = static_cast<int>((hour * 60 + minute) * seconds_a_minute + second);
  clock.offset_minutes = zone_at(tokens, next);
  return clock;
}

/// `20190121T164800Z`, `20190121164800`.
std::optional<Clock> compact_clock(const Tokens& tokens, std::size_t at) {
  const bool has_t = at < tokens.size() && tokens[at].word == "t";
  if (has_t) ++at;
  if (at >= tokens.size() || !tokens[at].is_number(6, 6)) return std::nullopt;
  if (!has_t && tokens[at].begin != tokens[at - 1].end()) return std::nullopt;
  const std::uint32_t figures = tokens[at].value;
  const std::uint32_t hour = figures / 10000;
  const std::uint32_t minute = figures / 100 % 100;
  const std::uint32_t second = figures % 100;
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Clock{static_cast<int>((hour * 60 + minute) * 60 + second), Date::Precision::second,
               zone_at(tokens, at + 1)};
}

}  // namespace

std::optional<Clock> find_clock(const Tokens& tokens, const Day& day) {
  if (auto clock = compact_clock(tokens, day.end)) return clock;
  for (std::size_t at = day.end; at < tokens.size(); ++at) {
    // Another day's figures begin: what follows is its time.
    if (tokens[at].month != 0 || tokens[at].is_number(4, 4)) break;
    if (auto clock = clock_at(tokens, at, tokens.size(), ":.")) return clock;
  }
  for (std::size_t at = 0; at < day.begin; ++at)
    if (auto clock = clock_at(tokens, at, day.begin, ":")) return clock;
  return std::nullopt;
}

}  // namespace kliping::date
