// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_text.hpp"

#include <algorithm>
#include <array>

namespace kliping::indexer {

namespace {

namespace dom = simdjson::dom;

/// Members that hold an object's text: WordPress, JSON-LD, feeds turned to JSON, MongoDB.
constexpr std::array<std::string_view, 7> text_members{"rendered", "name",  "value", "#text",
                                                       "text",     "$date", "$oid"};
/// Arrays of arrays of objects: no archive nests a text deeper.
constexpr int max_text_depth = 4;

void flatten(const dom::element& value, std::string_view separator, int depth, std::string& all) {
  if (depth > max_text_depth) return;
  if (value.is_array()) {
    for (const dom::element element : dom::array(value))
      flatten(element, separator, depth + 1, all);
  } else if (value.is_object()) {
    for (const auto& [key, member] : dom::object(value)) {
      if (std::find(text_members.begin(), text_members.end(), key) == text_members.end()) continue;
      return flatten(member, separator, depth + 1, all);
    }
  } else if (const std::string text = raw_text(value); !text.empty()) {
    if (!all.empty()) all += separator;
    all += text;
  }
}

bool belongs_to_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

std::string flat_text(const dom::element& value, std::string_view separator) {
  std::string all;
  flatten(value, separator, 0, all);
  return all;
}

std::string raw_text(const dom::element& value) {
  if (value.is_null()) return {};
  if (std::string_view text; !value.get(text)) return std::string{text};
  return simdjson::minify(value);
}

std::string quote_long_numbers(std::string_view json) {
  constexpr std::size_t safe_digits = 18;
  std::string quoted;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size();) {
    std::size_t end = i + 1;
    if (in_string && json[i] == '\\') {
      end = std::min(i + 2, json.size());
    } else if (json[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && (json[i] == '-' || (json[i] >= '0' && json[i] <= '9'))) {
      while (end < json.size() && belongs_to_number(json[end])) ++end;
      if (end - i > safe_digits) {
        quoted.append("\"").append(json.substr(i, end - i)).append("\"");
        i = end;
        continue;
      }
    }
    quoted += json.substr(i, end - i);
    i = end;
  }
  return quoted;
}

}  // namespace kliping::indexer
