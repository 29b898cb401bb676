// SPDX-License-Identifier: GPL-3.0-or-later
#include "fragment.hpp"

#include <algorithm>

#include "page.hpp"

namespace kliping::indexer::html {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Bytes of a shortcode of WordPress at the front of `text`, `[caption id="a"]` or `[/caption]`; 0
/// where there is none. One without slash or attributes might be anybody's bracket.
std::size_t shortcode_bytes(std::string_view text) {
  constexpr std::size_t longest = 1000;
  text = text.substr(0, longest);
  if (!text.starts_with('[')) return 0;
  const bool closes = text.substr(1).starts_with('/');
  std::size_t at = closes ? 2 : 1;
  const std::size_t name = at;
  while (at < text.size() && is_name_byte(text[at])) ++at;
  if (at == name) return 0;
  const std::size_t end = text.find(']', at);
  if (end == text.npos) return 0;
  const std::string_view attributes = text.substr(at, end - at);
  const bool has_attributes =
      attributes.starts_with(' ') && attributes.find("=\"") != attributes.npos;
  return (closes && attributes.empty()) || has_attributes ? end + 1 : 0;
}

/// Bytes of white space at the front of `text` where it holds an empty line; 0 where it does not.
std::size_t empty_line_bytes(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_blank);
  const bool has_two = std::count(text.begin(), end, '\n') > 1;
  return has_two ? static_cast<std::size_t>(end - text.begin()) : 0;
}

/// What WordPress makes of a text when it shows it: empty lines part paragraphs, shortcodes are
/// none of the text.
std::string as_shown(std::string_view fragment) {
  constexpr std::string_view line_break = "<br>";
  std::string shown;
  shown.reserve(fragment.size());
  for (std::size_t i = 0; i < fragment.size();) {
    std::size_t size = 0;
    if (fragment[i] == '\n') size = empty_line_bytes(fragment.substr(i));
    if (fragment[i] == '[') size = shortcode_bytes(fragment.substr(i));
    if (size > 0)
      shown += line_break;
    else
      shown += fragment[i];
    i += std::max<std::size_t>(size, 1);
  }
  return shown;
}

}  // namespace

std::string text_of_fragment(std::string_view utf8) {
  std::string text;
  for (const Block& block : read_page(as_shown(utf8)).blocks) {
    if (!text.empty()) text += '\n';
    text += block.text;
  }
  return text;
}

}  // namespace kliping::indexer::html
