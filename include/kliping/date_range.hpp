// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "kliping/message.hpp"

namespace kliping {

/// The day that `kemarin` counts from.
using Today = std::chrono::sys_days;

/// Calendar days, both ends included, as `schema::Slot::day` holds them; an empty end is open.
struct DateRange {
  std::string first;
  std::string last;

  bool operator==(const DateRange&) const = default;
};

/// Why a text is no range of days.
enum class DateFault : std::uint8_t { no_date, reversed };

/// The days of a period, or of a range of two with either end open (`2019-04..2019-06`, `2019..`):
/// - `2019`, `2019-04`, `april-2019`, and any day that `parse_date` reads;
/// - `hari-ini`, `kemarin`, `kemarin-dulu`, `minggu-ini`, `bulan-lalu`, `tahun-lalu`, …, weeks from
///   Monday on;
/// - `3-bulan-lalu`, the third month before this; `3-bulan`, the last three months up to today,
///   and as an end of a range the day three months ago.
/// English words too (`today`, `yesterday`, `last-week`, `3-months`, `3-months-ago`), in any case,
/// parted by hyphens or spaces.
std::variant<DateRange, DateFault> parse_date_range(std::string_view text, Today today);

/// A fault in words, and the way on.
struct DateHelp {
  Message what;
  Message hint;
};
DateHelp explain(DateFault fault, std::string_view text);

}  // namespace kliping
