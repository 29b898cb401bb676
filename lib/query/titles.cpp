// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/titles.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.hpp"

namespace kliping {

namespace {

/// In lower case, without a full stop at the end. Some are words or letters as well (`h`, `ir`), so
/// they count only with a capital or a full stop.
constexpr std::array<std::string_view, 11> before_names{"ir",  "h",   "hj",  "kh",  "k.h", "dr",
                                                        "drs", "dra", "drg", "drh", "prof"};

/// Degrees count only with a full stop inside. Not here: M.D., which is a part of Mahfud's name.
constexpr std::array<std::string_view, 40> behind_names{
    "s.h",    "m.h",   "s.e",   "m.e",   "m.m",   "s.si",  "m.si",   "s.pd",  "m.pd", "s.sos",
    "s.ip",   "m.ip",  "s.ik",  "s.i.k", "s.t",   "m.t",   "s.kom",  "m.kom", "s.ag", "m.ag",
    "s.hum",  "m.hum", "s.psi", "m.psi", "s.ked", "m.kes", "s.kep",  "s.kg",  "s.th", "m.th",
    "s.farm", "s.ap",  "m.ap",  "s.s",   "m.a",   "m.sc",  "m.phil", "ph.d",  "b.sc", "ll.m"};

}  // namespace

bool is_title(std::string_view word) {
  while (word.ends_with(',')) word.remove_suffix(1);
  const bool marked = word.ends_with('.') || (!word.empty() && ascii::is_upper(word.front()));
  if (word.ends_with('.')) word.remove_suffix(1);
  const std::string folded = ascii::lowered(word);
  if (marked && std::ranges::find(before_names, folded) != before_names.end()) return true;
  return std::ranges::find(behind_names, folded) != behind_names.end();
}

}  // namespace kliping
