// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kliping::searcher {

/// Calendar days, both ends included, as `schema::Slot::day` holds them; an empty end is open.
struct DateRange {
  std::string first;
  std::string last;

  bool operator==(const DateRange&) const = default;
};

/// The days of `2019`, `2019-04`, or any date that `parse_date` reads; empty where it is none.
std::optional<DateRange> parse_period(std::string_view text);

/// The same, or a range of two with either end open: `2019-04..2019-06`, `2019..`, `..2019`.
/// Empty also where it ends before it begins.
std::optional<DateRange> parse_date_range(std::string_view text);

}  // namespace kliping::searcher
