// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/furniture.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis/furniture_extent.hpp"
#include "analysis/furniture_table.hpp"

namespace kliping {

namespace {

static_assert(std::ranges::is_sorted(furniture_patterns, {},
                                     [](const FurniturePattern& pattern) {
                                       return static_cast<unsigned char>(pattern.label[0]);
                                     }),
              "grouped by first character");

/// For each byte the number of the first pattern that begins with it; `none` for bytes that begin
/// no furniture.
constexpr std::uint8_t none = 0xFF;
constexpr std::uint8_t begins_line = 0xFE;
constexpr std::array<std::uint8_t, 256> first_patterns = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(none);
  for (std::size_t k = std::size(furniture_patterns); k-- > 0;) {
    table[static_cast<unsigned char>(furniture_patterns[k].label[0])] =
        static_cast<std::uint8_t>(k);
  }
  table['\n'] = begins_line;
  return table;
}();

/// The first byte from `i` on that may begin furniture, or the end.
std::size_t next_beginning(std::string_view text, std::size_t i) {
  const auto first = [&](std::size_t at) {
    return first_patterns[static_cast<unsigned char>(text[at])];
  };
  // Few bytes begin furniture, so eight are tested at once: the conjunction is `none`, which has
  // all bits set, only if each of them is.
  for (; i + 8 <= text.size(); i += 8) {
    const auto all = first(i) & first(i + 1) & first(i + 2) & first(i + 3) & first(i + 4) &
                     first(i + 5) & first(i + 6) & first(i + 7);
    if (all != none) break;
  }
  while (i < text.size() && first(i) == none) ++i;
  return i;
}

/// Bytes of a blank at `i`, 0 where none is.
std::size_t blank_size(std::string_view text, std::size_t i) {
  if (i >= text.size()) return 0;
  return text[i] == ' ' ? 1 : text.substr(i, 2) == "\u00A0" ? 2 : 0;
}

/// Where the label at `i` ends; 0 where it is another word.
std::size_t match_label(std::string_view text, std::size_t i, const FurniturePattern& pattern) {
  const std::string_view label = pattern.label;
  std::size_t at = i;
  for (std::size_t k = 0; k < label.size(); ++k) {
    if (label[k] == ' ') {
      const std::size_t begin = at;
      while (const std::size_t size = at < begin + 4 ? blank_size(text, at) : 0) at += size;
      if (at == begin && label.substr(k + 1) != ":") return 0;
      continue;
    }
    if (at >= text.size()) return 0;
    const char a = text[at++];
    const bool foldable = pattern.letters == Case::any && k > 0 && (label[k] | 0x20) >= 'a' &&
                          (label[k] | 0x20) <= 'z';
    if (a != label[k] && !(foldable && (a | 0x20) == (label[k] | 0x20))) return 0;
  }
  return at;
}

Span match_at(std::string_view text, std::size_t i, std::size_t pattern) {
  for (; pattern < std::size(furniture_patterns); ++pattern) {
    const FurniturePattern& candidate = furniture_patterns[pattern];
    if (candidate.label[0] != text[i]) break;
    // Most capitals begin a name: the second letter tells, whatever its case.
    if (i + 1 < text.size() && (candidate.label[1] | 0x20) != (text[i + 1] | 0x20)) continue;
    const std::size_t label_end = match_label(text, i, candidate);
    if (label_end == 0) continue;
    const std::size_t end = furniture_end(text, i, label_end, candidate.extent);
    if (end != 0) return {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
  }
  return {};
}

/// Adds the editors' initials that end the text, also where other furniture stands behind them.
void add_initials(std::string_view text, std::vector<Span>& out) {
  auto place = out.end();
  while (place != out.begin() &&
         text.substr(std::prev(place)->end).find_first_not_of(" \n\t*") == std::string_view::npos) {
    --place;
    text = text.substr(0, place->begin);
  }
  const Span initials = closing_initials(text);
  if (initials.empty() || (place != out.begin() && std::prev(place)->end > initials.begin)) return;
  out.insert(place, initials);
}

}  // namespace

void find_furniture(std::string_view text, std::vector<Span>& out) {
  Span found = dateline_outlet(text, 0);
  std::size_t i = 0;
  while (true) {
    if (!found.empty()) {
      out.push_back(found);
      i = found.end;
      found = {};
    }
    i = next_beginning(text, i);
    if (i == text.size()) break;
    const std::uint8_t first = first_patterns[static_cast<unsigned char>(text[i])];
    found = first == begins_line ? dateline_outlet(text, i + 1) : match_at(text, i, first);
    ++i;
  }
  add_initials(text, out);
}

}  // namespace kliping
