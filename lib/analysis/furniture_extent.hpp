// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/furniture_table.hpp"
#include "kliping/span.hpp"

namespace kliping {

/// Where the furniture ends whose label is at [begin, label_end); 0 where it turns out not to be
/// furniture. Looks a bounded number of bytes ahead.
std::size_t furniture_end(std::string_view text, std::size_t begin, std::size_t label_end,
                          Extent extent);

/// The outlet's name in the dateline of the line at `begin` (`JAKARTA, KOMPAS.com - `); empty where
/// there is none. The place stays searchable.
Span dateline_outlet(std::string_view text, std::size_t begin);

/// Editors' initials that end the text, `[uh/ab]`, `(dtk)`; empty where there are none.
Span closing_initials(std::string_view text);

}  // namespace kliping
