// SPDX-License-Identifier: GPL-3.0-or-later
#include "date/names.hpp"

#include <algorithm>
#include <array>

namespace kliping::date {

namespace {

/// In the order of the year. Old spellings (`Pebruari`, `Nopember`) live on in archives.
constexpr std::array<std::string_view, 12> months{
    " jan januari january ",
    " feb peb februari pebruari february ",
    " mar mrt maret march ",
    " apr april ",
    " mei may ",
    " jun juni june ",
    " jul juli july ",
    " agu ags agt agst aug agustus august ",
    " sep sept september ",
    " okt oct oktober october ",
    " nov nop november nopember ",
    " des dec desember december ",
};

struct Zone {
  std::string_view name;
  std::int16_t offset_minutes;
};

/// Indonesia's, then those of agencies whose copy it carries.
constexpr std::array<Zone, 19> zones{{
    {"wib", 420},  {"wita", 480}, {"wit", 540},  {"z", 0},      {"utc", 0},
    {"gmt", 0},    {"sgt", 480},  {"myt", 480},  {"hkt", 480},  {"jst", 540},
    {"kst", 540},  {"ict", 420},  {"cet", 60},   {"cest", 120}, {"est", -300},
    {"edt", -240}, {"pst", -480}, {"pdt", -420}, {"bst", 60},
}};

}  // namespace

std::optional<unsigned> month_named(std::string_view word) {
  for (unsigned i = 0; i < months.size(); ++i) {
    const std::size_t at = months[i].find(word);
    const bool whole = at != std::string_view::npos && !word.empty() && months[i][at - 1] == ' ' &&
                       months[i][at + word.size()] == ' ';
    if (whole) return i + 1;
  }
  return std::nullopt;
}

std::optional<std::int16_t> zone_named(std::string_view word) {
  const auto found =
      std::find_if(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.name == word; });
  if (found == zones.end()) return std::nullopt;
  return found->offset_minutes;
}

}  // namespace kliping::date
