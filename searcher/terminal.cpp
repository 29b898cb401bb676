// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/terminal.hpp"

#include <fmt/format.h>

#include <iterator>

#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping::searcher {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The address in bytes that the OSC 8 convention allows; empty if it is no web address.
std::string link_target(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
  std::string target;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      target += c;
    } else {
      fmt::format_to(std::back_inserter(target), "%{:02X}", byte);
    }
  }
  return target;
}

}  // namespace

std::string paint(const TextStyle& style, std::string_view text, std::string_view code) {
  if (style.colors == Colors::off || code.empty()) return std::string{text};
  return fmt::format("{}{}{}", code, text, sgr::reset);
}

std::string linked(const TextStyle& style, const std::string& text, std::string_view address,
                   std::size_t margin) {
  const std::string target =
      style.hyperlinks == Hyperlinks::on ? link_target(address) : std::string{};
  if (target.empty()) return text;
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t from = begin == 0 ? 0 : std::min(begin + margin, end);
    out += fmt::format("{}\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", text.substr(begin, from - begin),
                       target, text.substr(from, end - from));
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

std::string harmless(std::string_view records, Escape escape) {
  std::string out;
  out.reserve(records.size());
  for (std::size_t i = 0; i < records.size();) {
    const auto c = utf8::decode(records, i);
    const bool structure = c.value == '\n' || c.value == '\t' || c.value == 0;
    if (structure || !utf8::is_control(c.value)) {
      out += c.value == utf8::replacement_character ? replacement : records.substr(i, c.bytes);
    } else if (escape == Escape::json) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c.value));
    } else {
      out += '?';
    }
    i += c.bytes;
  }
  return out;
}

}  // namespace kliping::searcher
