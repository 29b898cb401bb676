// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "draft.hpp"
#include "field_names.hpp"
#include "kliping/text/decode.hpp"
#include "python_list.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// The row number that pandas writes says nothing.
bool is_index_column(std::string_view name) {
  return name.empty() || name.starts_with("Unnamed: ");
}

void place(Draft& draft, Field field, std::string&& value) {
  // `[0, 0]` is a scraper's bookkeeping, no identity.
  if (field == Field::id && value.starts_with('[')) return;
  const bool is_text = field == Field::title || field == Field::body || field == Field::author;
  if (is_text)
    if (auto list = read_python_list(value, field == Field::body ? "\n" : ", "))
      value = std::move(*list);
  draft[field] = std::move(value);
}

}  // namespace

DraftOrFault draft_from_row(const Record& record, const ReadOptions& options) {
  const Origin& origin = *record.origin;
  Draft draft;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    std::string value = text::decode(record.fields[i], origin.encoding);
    const bool has_column = i < origin.columns.size();
    const std::string name = has_column ? origin.columns[i] : fmt::format("{}", i + 1);
    if (options.identity == IdentityRule::field && same_name(name, options.identity_field))
      draft.chosen_id = value;
    if (i < origin.column_fields.size() && origin.column_fields[i])
      place(draft, *origin.column_fields[i], std::move(value));
    else if (!has_column || !is_index_column(name))
      draft.extra.emplace_back(name, std::move(value));
  }
  return draft;
}

}  // namespace kliping::indexer
