// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/syntax_error.hpp"

#include <algorithm>

#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

/// Bytes of the query shown, so that no line of a terminal breaks above the carets, and before the
/// spot.
constexpr std::size_t shown_bytes = 76;
constexpr std::size_t context_bytes = 36;
constexpr std::size_t max_marked_bytes = shown_bytes - context_bytes;

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = utf8::decode(text, i);
    const bool odd = utf8::is_control(c.value) || c.value == utf8::replacement_character;
    out += odd ? std::string_view{" "} : text.substr(i, c.bytes);
    i += c.bytes;
  }
  return out;
}

}  // namespace

Error syntax_error(const Message& what, std::string_view query, Span spot, const Message& hint) {
  const std::size_t size = query.size();
  if (spot.size() > max_marked_bytes) {
    spot.end = static_cast<std::uint32_t>(
        utf8::character_start(query, std::size_t{spot.begin} + max_marked_bytes));
  }
  std::size_t from = spot.begin > context_bytes ? spot.begin - context_bytes : 0;
  from = utf8::character_start(query, from);
  const std::size_t to = std::max<std::size_t>(
      spot.end, utf8::character_start(query, std::min(size, from + shown_bytes)));
  const std::string head = (from > 0 ? "…" : "") + printable(query.substr(from, spot.begin - from));
  const std::string marked = printable(spot.of(query));
  const std::string tail = printable(query.substr(spot.end, to - spot.end));
  const int carets = std::max(utf8::columns(marked), 1);
  const std::string shown = head + marked + tail + (to < size ? "…" : "");
  std::string under(static_cast<std::size_t>(utf8::columns(head)), ' ');
  under.append(static_cast<std::size_t>(carets), '^');
  return Error(message("{}\n  {}\n  {}", what, shown, under), hint);
}

}  // namespace kliping
