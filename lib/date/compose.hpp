// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "date/calendar.hpp"

namespace kliping::date {

/// The moment of a day that exists and, where one is known, its time.
Date compose(const Day& day, const std::optional<Clock>& clock);

}  // namespace kliping::date
