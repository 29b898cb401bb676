// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Build-time: reading our tab-separated tables and writing them out as C++ arrays, so that nothing
/// is parsed at start-up.
namespace kliping::lexicon {

using Row = std::vector<std::string>;

inline std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// A line that begins with `#` is a comment, whatever follows.
inline std::vector<Row> read_table(const std::string& path, std::size_t columns) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<Row> rows;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    Row row = split(line, '\t');
    if (row.size() != columns) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": expected " +
                               std::to_string(columns) + " columns, found " +
                               std::to_string(row.size()));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// `NAME`, a kliping::StaticTable: rows as offsets into one text, so that the program starts
/// without relocating a pointer for every cell.
inline void write_rows(std::ostream& out, std::string_view name, std::size_t columns,
                       const std::vector<Row>& rows) {
  out << "inline constexpr char " << name << "_text[] =\n";
  for (const Row& row : rows) {
    out << "  \"";
    for (const std::string& cell : row) {
      for (const char c : cell) {
        if (c == '"' || c == '\\') out << '\\';
        out << c;
      }
    }
    out << "\"\n";
  }
  out << ";\ninline constexpr kliping::StaticTable<" << columns << ", " << rows.size() << "> "
      << name << "{" << name << "_text, {";
  std::size_t end = 0;
  for (const Row& row : rows) {
    for (const std::string& cell : row) out << (end += cell.size()) << ',';
    out << '\n';
  }
  out << "}};\n";
}

inline void close(std::ofstream& out, const std::string& path) {
  out.close();
  if (!out) throw std::runtime_error(path + ": cannot be written");
}

}  // namespace kliping::lexicon
