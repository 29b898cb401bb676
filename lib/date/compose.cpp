// SPDX-License-Identifier: GPL-3.0-or-later
#include "date/compose.hpp"

#include <chrono>

namespace kliping::date {

Date compose(const Day& day, const std::optional<Clock>& clock) {
  using namespace std::chrono;
  const sys_days midnight{year{day.year} / month{day.month} / std::chrono::day{day.day}};
  Date date;
  if (clock && clock->offset_minutes) date.offset_minutes = *clock->offset_minutes;
  if (clock) date.precision = clock->precision;
  const seconds local_time =
      seconds{midnight.time_since_epoch()} + seconds{clock ? clock->seconds : 0};
  date.unix_seconds = (local_time - minutes{date.offset_minutes}).count();
  return date;
}

}  // namespace kliping::date
