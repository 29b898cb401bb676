// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/field_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kliping {

namespace {

/// The year of a day; 0 if it has none.
int year_of(const std::string& day) {
  constexpr std::size_t digits = 4;
  int year = 0;
  std::from_chars(day.data(), day.data() + std::min(digits, day.size()), year);
  return year;
}

std::vector<std::string> years(const Xapian::Database& database, std::string_view beginning) {
  const auto slot = static_cast<Xapian::valueno>(schema::Slot::day);
  std::vector<std::string> found;
  const int last = year_of(database.get_value_upper_bound(slot));
  for (int year = year_of(database.get_value_lower_bound(slot)); year <= last; ++year) {
    std::string name = fmt::format("{:04}", year);
    if (year > 0 && name.starts_with(beginning)) found.push_back(std::move(name));
  }
  return found;
}

}  // namespace

std::string_view filter_prefix(schema::Field field) {
  if (field == schema::Field::url) return schema::prefix::host;
  // Identities name articles; nobody types one.
  if (field == schema::Field::id) return {};
  for (const schema::FieldInfo& info : schema::fields) {
    if (info.field == field) return info.filter_prefix;
  }
  return {};
}

std::vector<std::string> values_beginning(const Xapian::Database& database, schema::Field field,
                                          std::string_view beginning, std::size_t most) {
  if (field == schema::Field::date) return years(database, beginning);
  const std::string_view prefix = filter_prefix(field);
  std::vector<std::string> found;
  if (prefix.empty()) return found;
  const std::string terms = schema::filter_term(prefix, beginning);
  const auto end = database.allterms_end(terms);
  for (auto term = database.allterms_begin(terms); term != end && found.size() < most; ++term) {
    found.push_back((*term).substr(prefix.size()));
  }
  return found;
}

}  // namespace kliping
