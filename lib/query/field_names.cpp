// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/field_names.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "text/ascii.hpp"

namespace kliping {

namespace {

/// Longer words are no misspelt field names; keeps the distance cheap.
constexpr std::size_t max_name_bytes = 16;

/// `isi` and `url` are one letter from too many words of headlines (`Misi:Rahasia`).
constexpr std::size_t shortest_guessed_bytes = 3;

/// Levenshtein's distance, a row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

const schema::FieldInfo* find_field(std::string_view name) {
  const std::string wanted = ascii::lowered(name.substr(0, max_name_bytes));
  for (const schema::FieldInfo& field : schema::fields) {
    if (wanted == field.name || wanted == field.indonesian) return &field;
  }
  return nullptr;
}

std::string_view nearest_field_name(std::string_view name) {
  if (name.size() > max_name_bytes) return {};
  const std::string wanted = ascii::lowered(name);
  // A third of the letters may be wrong, and never more than two.
  std::size_t nearest = std::min<std::size_t>(2, wanted.size() / 3) + 1;
  std::string_view found;
  for (const schema::FieldInfo& field : schema::fields) {
    for (const std::string_view known : {field.indonesian, field.name}) {
      const std::size_t d = distance(wanted, known);
      const bool tells_nothing = known.size() <= shortest_guessed_bytes;
      if (is_searchable(field.field) && !tells_nothing && d < nearest) {
        nearest = d;
        found = known;
      }
    }
  }
  return found;
}

bool is_searchable(schema::Field field) {
  return field != schema::Field::locator;
}

bool is_scope(schema::Field field) {
  return field == schema::Field::title || field == schema::Field::body;
}

bool is_filter(schema::Field field) {
  return is_searchable(field) && !is_scope(field);
}

std::string searchable_field_names() {
  std::string names;
  for (const schema::FieldInfo& field : schema::fields) {
    if (!is_searchable(field.field)) continue;
    names += names.empty() ? "" : ", ";
    names += std::string{field.indonesian} + ":";
  }
  return names;
}

}  // namespace kliping
