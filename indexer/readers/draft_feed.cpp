// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.hpp"
#include "field_names.hpp"
#include "html/fragment.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// Titles may be HTML, too, and are one line.
std::string plain_title(const std::string& title) {
  return title.find('<') == std::string::npos ? title : html::text_of_fragment(title);
}

/// RSS signs by mail: `redaksi@contoh.id (Ani Lestari)`.
std::string author_name(const std::string& author) {
  const std::size_t open = author.find('(');
  const bool is_mail = author.substr(0, open).find('@') != std::string::npos;
  if (!is_mail || open == std::string::npos || !author.ends_with(')')) return author;
  return author.substr(open + 1, author.size() - open - 2);
}

}  // namespace

/// The framer has put every value at its field's place.
DraftOrFault draft_from_feed(const Record& record, const ReadOptions& options) {
  Draft draft;
  for (std::size_t i = 0; i < record.fields.size(); ++i) draft.values[i] = record.fields[i];
  draft[Field::title] = plain_title(draft[Field::title]);
  draft[Field::author] = author_name(draft[Field::author]);
  if (options.identity == IdentityRule::field)
    if (const auto field = field_of_name(options.identity_field)) draft.chosen_id = draft[*field];
  return draft;
}

}  // namespace kliping::indexer
