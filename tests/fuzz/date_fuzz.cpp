// SPDX-License-Identifier: GPL-3.0-or-later
// Law: a date that was read is written and read again as the same moment.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "kliping/date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto order : {kliping::DateOrder::unknown, kliping::DateOrder::month_first}) {
    const auto date = kliping::parse_date(text, order);
    if (!date) continue;
    const auto again = kliping::parse_date(kliping::to_iso(*date));
    if (!again || again->unix_seconds != date->unix_seconds) std::abort();
  }
  (void)kliping::proven_order(text);
  (void)kliping::date_from_url(text);
  return 0;
}
