// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/number.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "analysis/character_class.hpp"
#include "analysis/fold.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

struct Group {
  /// Before its digits; 0 for the first.
  char separator = 0;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const noexcept { return end - begin; }
};

constexpr std::size_t max_groups = 16;
using Groups = std::array<Group, max_groups>;

bool is_digit(std::string_view text, std::size_t i) {
  return i < text.size() && ascii::is_digit(text[i]);
}

std::size_t read_groups(std::string_view text, std::size_t begin, std::size_t end, Groups& groups) {
  groups[0] = {0, begin, end};
  std::size_t count = 1;
  while (count < max_groups && is_digit(text, end + 1) &&
         std::string_view{".,:"}.find(text[end]) != std::string_view::npos) {
    std::size_t i = end + 1;
    while (is_digit(text, i)) ++i;
    if ((static_cast<ClassSet>(class_at(text, i)) & letters) != 0) break;
    groups[count++] = {text[end], end + 1, i};
    end = i;
  }
  return count;
}

/// `1.234`, `1.500.000,25` for '.'; English `1,234,567.8` for ',', where one comma alone is a
/// decimal comma.
bool is_grouped_by(char separator, std::span<const Group> groups) {
  std::size_t thousands = 1;
  while (thousands < groups.size() && groups[thousands].separator == separator &&
         groups[thousands].size() == 3) {
    ++thousands;
  }
  if (thousands < (separator == ',' ? 3U : 2U) || groups[0].size() > 3) return false;
  if (thousands == groups.size()) return true;
  return thousands + 1 == groups.size() &&
         groups[thousands].separator == (separator == '.' ? ',' : '.');
}

bool is_pair(std::string_view text, std::span<const Group> groups) {
  if (groups.size() != 2) return false;
  if (groups[1].separator != ':') return true;
  const auto value = [&](const Group& g) {
    return 10 * (g.size() == 2 ? text[g.begin] - '0' : 0) + text[g.end - 1] - '0';
  };
  return groups[0].size() <= 2 && groups[1].size() == 2 && value(groups[0]) <= 24 &&
         value(groups[1]) < 60;
}

/// Copies without `dropped`, and with `to` for the separator `from`.
std::string_view rewrite(std::string_view surface, char dropped, char from, char to,
                         TokenList& arena) {
  char* const begin = arena.room(max_word_bytes);
  char* end = begin;
  for (const char c : surface) {
    if (end == begin + max_word_bytes) break;
    if (c != dropped) *end++ = c == from ? to : c;
  }
  return arena.keep(end - begin);
}

}  // namespace

Number scan_number(std::string_view text, std::size_t begin, std::size_t digits_end,
                   TokenList& arena) {
  Groups storage;
  const std::size_t count = read_groups(text, begin, digits_end, storage);
  const std::span<const Group> groups{storage.data(), count};
  const std::size_t all_end = groups.back().end;
  const std::string_view all = text.substr(begin, all_end - begin);
  // A leading zero is no thousand: `0.500`.
  const bool may_be_grouped = count > 1 && text[begin] != '0';
  if (may_be_grouped && is_grouped_by('.', groups)) {
    return {all_end, rewrite(all, '.', ',', ',', arena), all_end};
  }
  if (may_be_grouped && is_grouped_by(',', groups)) {
    return {all_end, rewrite(all, ',', '.', ',', arena), all_end};
  }
  if (is_pair(text, groups)) return {all_end, rewrite(all, 0, ':', '.', arena), all_end};
  const std::string_view first = text.substr(begin, digits_end - begin);
  return {digits_end, rewrite(first, 0, 0, 0, arena), all_end};
}

}  // namespace kliping
