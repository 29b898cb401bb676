// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/printable.hpp"

#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

}  // namespace

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto c = utf8::decode(text, i);
    if (!utf8::is_control(c.value) || c.value == '\n' || c.value == '\t') {
      out += c.value == utf8::replacement_character ? replacement : text.substr(i, c.bytes);
    }
    i += c.bytes;
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out = without_controls(text);
  for (char& c : out) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return out;
}

std::string tsv_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace kliping
