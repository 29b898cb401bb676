// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/field_order.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "kliping/stored_article.hpp"
#include "query/field_names.hpp"
#include "search/article_fields.hpp"

namespace kliping {

namespace {

struct Entry {
  Match match;
  std::optional<double> number;
  std::string value;
  std::string date;
  std::string identity;
};

std::optional<double> as_number(const std::string& text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (text.empty() || fault != std::errc{} || stop != end) return {};
  return number;
}

Entry entry_of(const Xapian::Database& database, const Match& match, std::string_view field) {
  const Article article = load(database.get_document(match.document).get_data());
  std::string value = field_text(article, field);
  const auto number = as_number(value);
  const std::string date = article.date ? schema::sort_key(article.date->unix_seconds) : "";
  return {match, number, std::move(value), date, article.id};
}

int compare(const Entry& a, const Entry& b) {
  if (a.number && b.number) return (*a.number > *b.number) - (*a.number < *b.number);
  if (a.number || b.number) return a.number ? -1 : 1;
  return a.value.compare(b.value);
}

}  // namespace

std::optional<schema::Slot> slot_of_field(std::string_view name) {
  const schema::FieldInfo* const info = find_field(name);
  if (!info) return {};
  switch (info->field) {
    case schema::Field::id:
      return schema::Slot::identity;
    case schema::Field::source:
      return schema::Slot::source;
    case schema::Field::section:
      return schema::Slot::section;
    case schema::Field::author:
      return schema::Slot::author;
    case schema::Field::date:
      return schema::Slot::date;
    default:
      return {};
  }
}

std::vector<Match> matches_by_stored_field(const Xapian::Database& database,
                                           const Question& question, const Window& window,
                                           std::size_t wanted) {
  Xapian::Enquire enquire = weighed_enquiry(database, question);
  const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
  std::vector<Entry> entries;
  for (auto i = set.begin(); i != set.end(); ++i) {
    const double score = rounded_score(i.get_weight());
    if (score >= question.cutoff)
      entries.push_back(entry_of(database, {*i, 0, score}, window.order_field));
  }
  const bool reversed = window.direction == Direction::reversed;
  const auto before = [&](const Entry& a, const Entry& b) {
    if (a.value.empty() != b.value.empty()) return b.value.empty();
    const int order = compare(a, b);
    if (order != 0) return reversed ? order > 0 : order < 0;
    return std::tie(b.date, a.identity) < std::tie(a.date, b.identity);
  };
  const auto size = std::min(wanted, entries.size());
  std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(size),
                    entries.end(), before);
  std::vector<Match> matches;
  for (std::size_t i = 0; i < size; ++i) matches.push_back(entries[i].match);
  return matches;
}

}  // namespace kliping
