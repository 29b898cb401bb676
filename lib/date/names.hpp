// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kliping::date {

/// 1 to 12 of an Indonesian or English month, long or short, in lower case.
std::optional<unsigned> month_named(std::string_view word);

/// Minutes east of UTC of a zone's short name, in lower case.
std::optional<std::int16_t> zone_named(std::string_view word);

}  // namespace kliping::date
