// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What may be sent to a terminal, and how.
namespace kliping::searcher {

enum class Colors : std::uint8_t { off, on };
enum class Hyperlinks : std::uint8_t { off, on };

struct TextStyle {
  Colors colors = Colors::off;
  /// Columns of the terminal; 0 for a file or a pipe, whose lines are left whole.
  int width = 0;
  Hyperlinks hyperlinks = Hyperlinks::off;
};

/// Select Graphic Rendition codes of ECMA-48: the sixteen colours that every terminal fits to its
/// background, and weights.
namespace sgr {
inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view lit = "\x1b[1;31m";
inline constexpr std::string_view dim = "\x1b[2m";
inline constexpr std::string_view bar = "\x1b[36m";
inline constexpr std::string_view reset = "\x1b[0m";
}  // namespace sgr

/// `text` in a colour, if there are colours.
std::string paint(const TextStyle& style, std::string_view text, std::string_view code);

/// `text` with each of its lines, behind `margin` columns, as a link to `address`; unchanged if the
/// address is none that a terminal could open.
std::string linked(const TextStyle& style, const std::string& text, std::string_view address,
                   std::size_t margin);

/// Records for programs that are printed on a terminal: what would steer it becomes `?`, or in JSON
/// an escape that means the same. Line ends, tabs and NULs stay.
enum class Escape : std::uint8_t { question_mark, json };
std::string harmless(std::string_view records, Escape escape);

}  // namespace kliping::searcher
