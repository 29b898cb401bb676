// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "date/tokens.hpp"
#include "kliping/date.hpp"

namespace kliping::date {

/// A calendar day found among tokens [begin, end).
struct Day {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Whether the calendar has the day, from year 1000 to 9999.
bool exists(int year, unsigned month, unsigned day);

/// The first day among the tokens, in any of the forms that archives write.
std::optional<Day> find_day(const std::vector<Token>& tokens, DateOrder order);

/// The order of day and month that the first date in figures proves.
DateOrder find_order(const std::vector<Token>& tokens);

/// A time of day with its zone.
struct Clock {
  int seconds = 0;
  Date::Precision precision = Date::Precision::minute;
  std::optional<std::int16_t> offset_minutes;
};

/// The time of day that belongs to a date: the first one behind it, else the first one before it.
std::optional<Clock> find_clock(const std::vector<Token>& tokens, const Day& day);

}  // namespace kliping::date
