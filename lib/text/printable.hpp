// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Text of others that goes into what people read.
namespace kliping {

/// `text` with nothing in it that a terminal would obey; line ends and tabs stay.
std::string without_controls(std::string_view text);

/// The same, on one line.
std::string one_line(std::string_view text);

/// Every byte of `text` in a cell of TSV: tabs, line ends and backslashes as `\t`, `\n`, `\\`.
std::string tsv_cell(std::string_view text);

}  // namespace kliping
