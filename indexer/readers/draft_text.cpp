// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "address.hpp"
#include "draft.hpp"
#include "field_names.hpp"
#include "front_matter.hpp"
#include "keyed_draft.hpp"
#include "kliping/date.hpp"
#include "kliping/text/decode.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::blanks;
using ascii::trimmed;

/// Longer first lines are paragraphs; news titles stay well below.
constexpr std::size_t max_title_bytes = 160;

/// A title is short, ends no sentence, and stands above an empty line or a longer text.
bool looks_like_title(std::string_view line, std::string_view rest) {
  const std::size_t last = line.find_last_not_of(blanks);
  if (last == std::string_view::npos || last >= max_title_bytes) return false;
  constexpr std::string_view sentence_ends = ".;:,";
  if (sentence_ends.find(line[last]) != std::string_view::npos) return false;
  const std::string_view next = rest.substr(0, std::min(rest.find('\n'), rest.size()));
  if (next.find_first_not_of(blanks) == std::string_view::npos)
    return rest.find_first_not_of(blanks) != std::string_view::npos;
  return next.size() > last + 1;
}

/// What a line between a title and the text says by itself: its date, its address, its author.
bool take_fact(std::string_view line, Draft& draft) {
  constexpr std::size_t longest_date = 60;
  constexpr std::size_t longest_name = 60;
  const auto put = [&](schema::Field field, std::string_view value) {
    if (!draft[field].empty()) return false;
    draft[field] = value;
    return true;
  };
  if (line.find(' ') == line.npos && !host_of(line).empty()) return put(schema::Field::url, line);
  if (const std::size_t colon = line.find(": ");
      colon != line.npos && line.size() <= longest_name &&
      guess_field(line.substr(0, colon)).value_or(NameGuess{}).field == schema::Field::author)
    return put(schema::Field::author, trimmed(line.substr(colon + 1)));
  const bool is_date = line.size() <= longest_date && !line.ends_with('.') && parse_date(line);
  return is_date && put(schema::Field::date, line);
}

/// Goes past the facts that stand below a title, up to the empty line that ends them.
std::string_view past_facts(std::string_view rest, Draft& draft) {
  Draft found;
  for (std::string_view left = rest; !left.empty();) {
    const std::size_t end = std::min(left.find('\n'), left.size() - 1) + 1;
    const std::string_view line = trimmed(left.substr(0, end));
    if (line.empty() && left.data() != rest.data()) {
      for (const schema::FieldInfo& info : schema::fields)
        if (!found[info.field].empty()) draft[info.field] = std::move(found[info.field]);
      return left;
    }
    if (!line.empty() && !take_fact(line, found)) break;
    left.remove_prefix(end);
  }
  return rest;
}

/// Of decoded text: its title, if it has one, and the rest.
Draft parted(std::string&& content) {
  Draft draft;
  const std::size_t start = std::min(content.find_first_not_of(blanks), content.size());
  const std::size_t end = std::min(content.find('\n', start), content.size());
  const std::string_view line = std::string_view{content}.substr(start, end - start);
  const std::string_view rest = std::string_view{content}.substr(std::min(end + 1, content.size()));
  const std::string_view text = past_facts(rest, draft);
  if (looks_like_title(line, text)) {
    draft[schema::Field::title] = line;
    draft[schema::Field::body] = text;
  } else {
    draft[schema::Field::body] = std::move(content);
  }
  return draft;
}

}  // namespace

Draft draft_of_text(std::string_view bytes, const std::string& encoding) {
  return parted(text::decode(bytes, encoding));
}

DraftOrFault draft_from_text(const Record& record, const ReadOptions& options) {
  std::string content = text::decode(record.bytes, record.origin->encoding);
  auto head = read_line_head(content);
  if (!head) return parted(std::move(content));
  KeyedDraft keyed(options);
  for (auto& [key, value] : head->entries) keyed.take(key, std::move(value));
  content.erase(0, head->bytes);
  Draft& draft = keyed.draft();
  if (!draft[schema::Field::title].empty()) {
    draft[schema::Field::body] = std::move(content);
  } else {
    Draft text = parted(std::move(content));
    draft[schema::Field::title] = std::move(text[schema::Field::title]);
    draft[schema::Field::body] = std::move(text[schema::Field::body]);
  }
  return std::move(draft);
}

}  // namespace kliping::indexer
