// SPDX-License-Identifier: GPL-3.0-or-later
#include "title.hpp"

#include <algorithm>
#include <array>

#include "../address.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

using ascii::trimmed;

constexpr std::array<std::string_view, 6> separators{" | ", " - ", " :: ", " : ", " – ", " — "};
constexpr std::size_t shortest_title_bytes = 12;

/// Only the letters and digits, in lower case: `ANTARA News` is `antaranews`.
std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (ascii::is_letter_or_digit(c)) result.push_back(ascii::lower(c));
  }
  return result;
}

bool names_outlet(std::string_view part, std::string_view outlet, std::string_view site) {
  const std::string words = folded(part);
  const auto holds = [&](const std::string& name) {
    return name.size() > 2 && (words.find(name) != std::string::npos);
  };
  return holds(folded(outlet)) || holds(folded(site));
}

/// The title before the parts that name the outlet: `Judul` of `Judul | National | Tempo.Co ::
/// Portal`.
std::string_view without_suffix(std::string_view title, std::string_view outlet,
                                std::string_view site) {
  for (std::size_t at = 0; at < title.size(); ++at) {
    const auto separator =
        std::find_if(separators.begin(), separators.end(),
                     [&](std::string_view mark) { return title.substr(at).starts_with(mark); });
    if (separator == separators.end()) continue;
    if (at >= shortest_title_bytes && names_outlet(title.substr(at), outlet, site)) {
      // A headline may contain a separator itself: only parts that name the outlet are cut.
      const std::string_view rest = title.substr(at + separator->size());
      constexpr std::size_t longest_suffix = 60;
      if (rest.size() <= longest_suffix) return trimmed(title.substr(0, at));
    }
  }
  return title;
}

/// The title without the outlet's name before it: `KapanLagi.com: Judul`.
std::string_view without_prefix(std::string_view title, std::string_view outlet,
                                std::string_view site) {
  const std::size_t colon = title.find(": ");
  constexpr std::size_t longest_prefix = 30;
  if (colon == std::string_view::npos || colon > longest_prefix) return title;
  const std::string_view prefix = title.substr(0, colon);
  const bool is_name =
      prefix.find(' ') == std::string_view::npos && prefix.find('.') != std::string_view::npos;
  return is_name && names_outlet(prefix, outlet, site) ? trimmed(title.substr(colon + 2)) : title;
}

/// The line of the page that is a part of the stated title. Old pages mark their headlines by
/// fonts, not as headings, and have the outlet's name before or behind them in `<title>`.
const Block* line_inside(const Page& page, std::string_view stated) {
  const auto is_line = [&](std::string_view part) -> const Block* {
    const auto found = std::find_if(
        page.blocks.begin(), page.blocks.end(),
        [&](const Block& block) { return block.link_bytes == 0 && block.text == part; });
    return part.size() >= shortest_title_bytes && found != page.blocks.end() ? &*found : nullptr;
  };
  const auto parted_by = [&](std::string_view mark) -> const Block* {
    const std::size_t first = stated.find(mark);
    if (first == stated.npos) return nullptr;
    if (const Block* line = is_line(trimmed(stated.substr(first + mark.size())))) return line;
    return is_line(trimmed(stated.substr(0, stated.rfind(mark))));
  };
  for (const std::string_view mark : separators)
    if (const Block* line = parted_by(mark)) return line;
  return parted_by(": ");
}

/// The one line that old pages call their headline, where the page's title is the outlet's on every
/// page: nothing of it stands on this one.
const std::string* marked_headline(const Page& page) {
  const std::string* found = nullptr;
  for (const Block& block : page.blocks) {
    if (block.text.size() < shortest_title_bytes) continue;
    if (page.title.find(block.text) != std::string::npos) return nullptr;
    if (!block.is_headline || block.link_bytes > 0) continue;
    if (found != nullptr) return nullptr;
    found = &block.text;
  }
  return found;
}

std::string first_stated(const Page& page, std::string_view headline) {
  for (const std::string_view stated :
       {page.meta("og:title"), headline, page.meta("twitter:title")})
    if (!trimmed(stated).empty()) return std::string{trimmed(stated)};
  for (const Block& block : page.blocks)
    if (block.kind == Block::Kind::title && page.title.find(block.text) != std::string::npos)
      return block.text;
  if (const std::string* const line = marked_headline(page)) return *line;
  if (!trimmed(page.title).empty()) return std::string{trimmed(page.title)};
  for (const Block& block : page.blocks)
    if (block.kind == Block::Kind::title) return block.text;
  return {};
}

}  // namespace

std::string title_of(const Page& page, std::string_view headline, std::string_view outlet) {
  const std::string stated = first_stated(page, headline);
  // A heading that is a part of the stated title is the same title without additions.
  const std::string words = folded(stated);
  for (const Block& block : page.blocks) {
    const bool is_heading = block.kind == Block::Kind::title || block.kind == Block::Kind::heading;
    if (is_heading && block.text.size() >= shortest_title_bytes &&
        block.text.size() * 2 > stated.size() && words.find(folded(block.text)) != words.npos)
      return block.text;
  }
  if (const Block* line = line_inside(page, stated)) return line->text;
  const std::string_view site = page.meta("og:site_name");
  return std::string{without_prefix(without_suffix(stated, outlet, site), outlet, site)};
}

std::string_view site_in_title(std::string_view title) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view mark : separators)
    if (const std::size_t at = title.rfind(mark); at != title.npos)
      begin = begin == title.npos ? at + mark.size() : std::max(begin, at + mark.size());
  if (begin == title.npos) return {};
  const std::string_view last = trimmed(title.substr(begin));
  const bool is_word = last.find_first_of(" \n\t\r") == last.npos;
  return is_word && is_host(last) ? last : std::string_view{};
}

}  // namespace kliping::indexer::html
