// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kliping {

/// A table of words that is compiled into the program; lexicon/compile_tables.cpp writes it. The
/// text of all cells, row by row, and where each cell ends in it.
template <std::size_t column_count, std::size_t row_count>
struct StaticTable {
  const char* text;
  std::array<std::uint32_t, column_count * row_count> ends;

  static constexpr std::size_t size() noexcept { return row_count; }

  constexpr std::string_view cell(std::size_t row, std::size_t column) const noexcept {
    const std::size_t i = row * column_count + column;
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return {text + begin, ends[i] - begin};
  }
};

}  // namespace kliping
