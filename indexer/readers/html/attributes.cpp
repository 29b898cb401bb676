// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributes.hpp"

#include <algorithm>

namespace kliping::indexer::html {

namespace {

constexpr std::size_t max_attributes = 500;
/// Longer values are read as if they ended here; a tag of a few of them is no danger.
constexpr std::size_t longest_value_bytes = std::size_t{64} << 10;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Past the closing quote of the value that a quote at `at` opens; `at` where none closes it.
std::size_t end_of_value(std::string_view html, std::size_t at) {
  const std::size_t close =
      html.substr(0, std::min(html.size(), at + longest_value_bytes)).find(html[at], at + 1);
  return close == std::string_view::npos ? at : close;
}

}  // namespace

void blank_surplus_attributes(std::string& html) {
  std::size_t searched_values = 0;
  for (std::size_t tag = html.find('<'); tag != std::string::npos; tag = html.find('<', tag)) {
    if (++tag >= html.size() || !is_letter(html[tag])) continue;
    std::size_t parts = 0;
    for (; tag < html.size() && html[tag] != '>'; ++tag) {
      const char c = html[tag];
      const bool parts_attributes = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '=' ||
                                    c == '/' || c == '"' || c == '\'';
      if (parts_attributes && ++parts > 4 * max_attributes) {
        html[tag] = ' ';
        continue;
      }
      if ((c == '"' || c == '\'') && tag > 0 && html[tag - 1] == '=' && tag >= searched_values) {
        const std::size_t end = end_of_value(html, tag);
        // Where no quote closes within reach none of the next ones needs to be looked for there.
        if (end == tag) searched_values = tag + longest_value_bytes;
        tag = end;
      } else if (parts > 4 * max_attributes) {
        html[tag] = ' ';
      }
    }
  }
}

}  // namespace kliping::indexer::html
