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
  /// How a quote stands inside quotes: doubled, or as MySQL and Hive write it.
  enum class Escape : std::uint8_t { doubling, backslash };

  Signs signs;
  Escape escape = Escape::doubling;
  /// Of the line `sep=;` that Excel takes its delimiter from, above the header; 0 without one.
  std::size_t stated_bytes = 0;
};

/// By the beginning of a table, and by its format where that tells the delimiter.
Dialect sniff_dialect(std::string_view head, Format format);

/// A line with the quotes inside its quotes doubled, which had backslashes before them.
std::string with_doubled_quotes(std::string_view line, char quote);

}  // namespace kliping::indexer
