// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributes.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

using ascii::is_letter;

constexpr std::size_t max_attributes = 500;
/// A quote that nothing closes within so many bytes opens no value: what follows counts as further
/// attributes.
constexpr std::size_t longest_value_bytes = std::size_t{64} << 10;

/// The place behind the closing quote of the value that the quote at `at` opens; `at` if nothing
/// closes it.
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
        // If no quote closes this one within reach, the next ones need not look there again.
        if (end == tag) searched_values = tag + longest_value_bytes;
        tag = end;
      } else if (parts > 4 * max_attributes) {
        html[tag] = ' ';
      }
    }
  }
}

}  // namespace kliping::indexer::html
