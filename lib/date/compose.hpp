// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "date/calendar.hpp"

namespace kliping::date {

/// The Date of a day, which must exist in the calendar, and of the time of day, if it is known.
Date compose(const Day& day, const std::optional<Clock>& clock);

}  // namespace kliping::date
