// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "../record.hpp"
#include "row_parser.hpp"

namespace kliping::indexer {

/// How a program wrote its table.
struct Dialect {
  /// How a quote stands inside quotes: doubled, or as MySQL and Hive write it. Or there are none,
  /// and backslashes stand before what would end a field: MySQL's and PostgreSQL's text.
  enum class Escape : std::uint8_t { doubling, backslash, unquoted };

  Signs signs;
  Escape escape = Escape::doubling;
  /// Of what stands above the header: the line `sep=;` that Excel takes its delimiter from, remarks
  /// behind `#`, the report's own title.
  std::size_t preamble_bytes = 0;
};

/// By the beginning of a table, and by its format where that tells the delimiter.
Dialect sniff_dialect(std::string_view head, Format format);

/// Whether a line of a table without quotes goes on behind its line feed, for a backslash before
/// it.
bool goes_on(std::string_view line);

/// A line of such a table as one with quotes: `a\\tb` is a tab, `\\N` nothing.
std::string with_quotes(std::string_view line, const Signs& signs);

/// A line with the quotes inside its quotes doubled, which had backslashes before them.
std::string with_doubled_quotes(std::string_view line, char quote);

}  // namespace kliping::indexer
