// SPDX-License-Identifier: GPL-3.0-or-later
#include "fragment.hpp"

#include <algorithm>

#include "page.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

bool is_blank(char c) {
  return ascii::blanks.find(c) != std::string_view::npos;
}

bool is_name_byte(char c) {
  return ascii::is_lower(c) || ascii::is_digit(c) || c == '_' || c == '-';
}

/// The bytes of a WordPress shortcode at the front of `text`, `[caption id="a"]` or `[/caption]`; 0
/// if there is none. A word in brackets without slash or attributes is taken for text.
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

/// The bytes of white space at the front of `text` if it contains an empty line, otherwise 0.
std::size_t empty_line_bytes(std::string_view text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_blank);
  const bool has_two = std::count(text.begin(), end, '\n') > 1;
  return has_two ? static_cast<std::size_t>(end - text.begin()) : 0;
}

/// The HTML that WordPress makes of a text: empty lines separate paragraphs, and shortcodes are not
/// shown.
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
