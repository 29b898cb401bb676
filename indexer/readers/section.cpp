// SPDX-License-Identifier: GPL-3.0-or-later
#include "section.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "field_names.hpp"

namespace kliping::indexer {

namespace {

/// Where an article stands on the front page, or nothing at all.
constexpr std::array<std::string_view, 24> placements{
    "headline",      "headlines",        "berita",         "beritautama",
    "beritaterkini", "beritaterbaru",    "utama",          "terkini",
    "terbaru",       "pilihan",          "pilihaneditor",  "pilihanredaksi",
    "featured",      "featurednews",     "slider",         "slide",
    "topnews",       "breakingnews",     "news",           "artikel",
    "uncategorized", "tidakberkategori", "takberkategori", "umum"};

}  // namespace

std::string telling_section(const std::vector<std::string>& sections) {
  const auto tells = [](const std::string& section) {
    return !section.empty() &&
           std::none_of(placements.begin(), placements.end(),
                        [&](std::string_view word) { return same_name(word, section); });
  };
  const auto found = std::find_if(sections.begin(), sections.end(), tells);
  if (found != sections.end()) return *found;
  return sections.empty() ? std::string{} : sections.front();
}

}  // namespace kliping::indexer
