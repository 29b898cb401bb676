// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace kliping::indexer {

namespace {

namespace dom = simdjson::dom;

/// Members that hold an object's text: WordPress, JSON-LD, feeds turned to JSON, MongoDB.
constexpr std::array<std::string_view, 8> text_members{"rendered", "name",  "value", "#text",
                                                       "text",     "$date", "$oid",  "$numberLong"};
/// Arrays of arrays of objects: no archive nests a text deeper.
constexpr int max_text_depth = 4;

std::string flatten(const dom::element& value, std::string_view separator, int depth) {
  if (depth > max_text_depth) return {};
  std::string all;
  if (value.is_array()) {
    for (const dom::element element : dom::array(value)) {
      // Lists inside a list are paragraphs cut into sentences, or into words.
      const std::string part = flatten(element, element.is_array() ? " " : separator, depth + 1);
      if (!all.empty() && !part.empty()) all += separator;
      all += part;
    }
  } else if (value.is_object()) {
    for (const auto& [key, member] : dom::object(value))
      if (std::find(text_members.begin(), text_members.end(), key) != text_members.end())
        return flatten(member, separator, depth + 1);
  } else {
    all = raw_text(value);
  }
  return all;
}

/// The code unit that stands behind `\\u` at `at`; none where no escape stands there.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  if (json.substr(std::min(at, json.size()), 2) != "\\u") return std::nullopt;
  const std::string_view digits = json.substr(at + 2, 4);
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
  if (error != std::errc{} || end != digits.data() + 4) return std::nullopt;
  return unit;
}

constexpr std::string_view blanks = " \t\r\n";

/// JavaScript's and Python's, by JSON's.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> liberal_words{
    {{"NaN", "null"},
     {"-Infinity", "null"},
     {"Infinity", "null"},
     {"undefined", "null"},
     {"None", "null"},
     {"True", "true"},
     {"False", "false"}}};

bool belongs_to_number(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

std::string flat_text(const dom::element& value, std::string_view separator) {
  return flatten(value, separator, 0);
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

std::string strict_json(std::string json) {
  std::string strict;
  strict.reserve(json.size());
  std::size_t comma = json.npos;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size();) {
    const char c = json[i];
    std::size_t size = 1;
    std::string_view written = std::string_view{json}.substr(i, size);
    if (in_string) {
      if (c == '\\') size = 2;
      written = std::string_view{json}.substr(i, size);
      in_string = c != '"';
    } else {
      if ((c == '}' || c == ']') && comma != json.npos) strict[comma] = ' ';
      if (blanks.find(c) == blanks.npos) comma = c == ',' ? strict.size() : json.npos;
      in_string = c == '"';
      const std::string_view rest = std::string_view{json}.substr(i);
      for (const auto& [word, value] : liberal_words)
        if (rest.starts_with(word)) {
          written = value;
          size = word.size();
          break;
        }
    }
    strict += written;
    i += size;
  }
  return strict;
}

std::string replace_lone_surrogates(std::string_view json) {
  constexpr std::size_t escape_bytes = 6;
  const auto is_in = [](std::optional<unsigned> unit, unsigned first, unsigned last) {
    return unit && *unit >= first && *unit <= last;
  };
  std::string mended;
  for (std::size_t i = 0; i < json.size();) {
    const auto unit = escaped_unit(json, i);
    std::size_t size = json[i] == '\\' ? 2 : 1;
    bool is_lone = is_in(unit, 0xD800, 0xDFFF);
    if (is_lone) size = escape_bytes;
    if (is_in(unit, 0xD800, 0xDBFF) && is_in(escaped_unit(json, i + size), 0xDC00, 0xDFFF)) {
      size *= 2;
      is_lone = false;
    }
    mended += is_lone ? std::string_view{"\\ufffd"} : json.substr(i, size);
    i += size;
  }
  return mended;
}

}  // namespace kliping::indexer
