// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "kliping/language.hpp"
#include "searcher/render.hpp"
#include "text/code_point.hpp"
#include "text/printable.hpp"
#include "text/utf8.hpp"

namespace kliping::searcher {

namespace {

constexpr std::string_view indent = "  ";
constexpr std::string_view gap = "  ";
constexpr int least_bar = 4;
/// Longer bars would be harder to compare.
constexpr int most_bar = 60;
constexpr int months = 12;

/// The same in Indonesian and in English.
constexpr std::string_view month_initials = "JFMAMJJASOND";

int size_of(std::string_view text) {
  return static_cast<int>(text.size());
}

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string label_of(const FacetValue& value) {
  return value.value.empty() ? tr("(none)") : one_line(value.value);
}

/// A label in exactly so many columns. If it is too long, its end is replaced by an ellipsis.
std::string fitted(const std::string& label, int columns) {
  if (utf8::columns(label) <= columns) return label + spaces(columns - utf8::columns(label));
  std::string out;
  int used = 0;
  for (std::size_t at = 0; at < label.size();) {
    const auto c = utf8::decode(label, at);
    if (used + utf8::columns(c.value) > columns - 1) break;
    used += utf8::columns(c.value);
    out += label.substr(at, c.bytes);
    at += c.bytes;
  }
  return out + "…" + spaces(columns - 1 - used);
}

/// A bar, drawn in eighths of a column. Every value but 0 has at least one eighth.
std::string bar(std::size_t count, std::size_t most, int columns) {
  constexpr std::array<std::string_view, 9> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  const auto full = static_cast<std::size_t>(columns) * 8;
  const std::size_t length = std::max<std::size_t>(1, (count * full + most / 2) / most);
  std::string out;
  for (std::size_t i = 0; i < length / 8; ++i) out += eighths[8];
  const auto used = static_cast<int>((length + 7) / 8);
  return out + std::string{eighths[length % 8]} + spaces(columns - used);
}

std::size_t greatest(const Facet& facet) {
  std::size_t most = 1;
  for (const FacetValue& value : facet.values) most = std::max(most, value.count);
  return most;
}

/// One value on each line: its name, a bar if for a terminal, its count.
std::string lines(const Facet& facet, const TextStyle& style) {
  const std::size_t most = greatest(facet);
  const int digits = static_cast<int>(fmt::formatted_size("{}", most));
  int label = 0;
  for (const FacetValue& value : facet.values)
    label = std::max(label, utf8::columns(label_of(value)));
  if (style.width > 0) label = std::min(label, std::max(style.width / 3, 8));
  const int bars =
      std::min(style.width - size_of(indent) - label - 2 * size_of(gap) - digits, most_bar);
  std::string out;
  for (const FacetValue& value : facet.values) {
    out += fmt::format("{}{}{}", indent, fitted(label_of(value), label), gap);
    if (style.width > 0 && bars >= least_bar)
      out += paint(style, bar(value.count, most, bars), sgr::bar) + std::string{gap};
    out += fmt::format("{:>{}}\n", value.count, digits);
  }
  return out;
}

struct Year {
  std::array<std::size_t, months> counts{};
  std::size_t total = 0;
};

/// Years without articles that are still drawn, so that a gap is seen; a longer gap is left out.
constexpr int most_empty_years = 5;

std::map<int, Year> years_of(const Facet& facet) {
  std::map<int, Year> years;
  for (const FacetValue& value : facet.values) {
    int year = 0;
    int month = 0;
    const char* const text = value.value.data();
    if (value.value.size() != 7) continue;
    std::from_chars(text, text + 4, year);
    std::from_chars(text + 5, text + 7, month);
    if (month < 1 || month > months) continue;
    const auto after = years.empty() ? year : years.rbegin()->first + 1;
    for (int empty = after; empty < year && year - after <= most_empty_years; ++empty) {
      years[empty];
    }
    years[year].counts[static_cast<std::size_t>(month - 1)] = value.count;
    years[year].total += value.count;
  }
  return years;
}

std::string column(std::size_t count, std::size_t most, int width) {
  constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (count == 0) return "·" + spaces(width - 1);
  const std::string_view height = heights[(count * 8 + most - 1) / most - 1];
  std::string out;
  for (int i = 0; i < std::max(width - 1, 1); ++i) out += height;
  return out + spaces(width == 1 ? 0 : 1);
}

/// The timeline: a row for each year, a column for each month, all to one scale, and the count of
/// the year at the end.
std::string timeline(const Facet& facet, const TextStyle& style) {
  constexpr int year_columns = 4;
  const std::map<int, Year> years = years_of(facet);
  std::size_t most_a_year = 0;
  std::size_t most_a_month = 1;
  for (const auto& [number, year] : years) {
    most_a_year = std::max(most_a_year, year.total);
    most_a_month =
        std::max(most_a_month, *std::max_element(year.counts.begin(), year.counts.end()));
  }
  const int digits = static_cast<int>(fmt::formatted_size("{}", most_a_year));
  const int room = style.width - size_of(indent) - year_columns - size_of(gap) - 1 - digits;
  const int width = std::clamp(room / months, 1, 4);
  std::string out = fmt::format("{}{}{}", indent, spaces(year_columns), gap);
  for (const char initial : month_initials) out += initial + spaces(width - 1);
  out.resize(out.find_last_not_of(' ') + 1);
  out += '\n';
  for (const auto& [number, year] : years) {
    std::string columns;
    for (const std::size_t count : year.counts) columns += column(count, most_a_month, width);
    out += fmt::format("{}{:04}{}{} {:>{}}\n", indent, number, gap, paint(style, columns, sgr::bar),
                       year.total, digits);
  }
  return out;
}

}  // namespace

std::string facet_text(const Facet& facet, const TextStyle& style) {
  std::string out = paint(style, tr(std::string{name_of(facet.field)}), sgr::bold) + "\n";
  // If not all months are given, those left out would look like months without articles.
  const bool draws = facet.field == FacetField::month && style.width > 0 && !facet.values.empty() &&
                     facet.other_values == 0;
  if (draws) {
    Facet rest{facet.field, {}, 0, 0};
    if (facet.values.back().value.empty()) rest.values.push_back(facet.values.back());
    const bool dated = facet.values.size() > rest.values.size();
    if (dated) out += timeline(facet, style);
    for (const FacetValue& value : rest.values)
      out += fmt::format("{}{}{}{}\n", indent, label_of(value), gap, value.count);
    return out;
  }
  out += lines(facet, style);
  if (facet.other_values > 0) {
    out += paint(style,
                 std::string{indent} + tr(message("… {} more, with {}", facet.other_values,
                                                  article_count(facet.other_articles))),
                 sgr::dim) +
           "\n";
  }
  return out;
}

}  // namespace kliping::searcher
