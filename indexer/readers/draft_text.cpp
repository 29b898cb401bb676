// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "draft.hpp"
#include "front_matter.hpp"
#include "keyed_draft.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer {

namespace {

/// Longer first lines are paragraphs; news titles stay well below.
constexpr std::size_t max_title_bytes = 160;
constexpr std::string_view blanks = " \t\r\n";

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

/// Of decoded text: its title, if it has one, and the rest.
Draft parted(std::string&& content) {
  Draft draft;
  const std::size_t start = std::min(content.find_first_not_of(blanks), content.size());
  const std::size_t end = std::min(content.find('\n', start), content.size());
  const std::string_view line = std::string_view{content}.substr(start, end - start);
  const std::string_view rest = std::string_view{content}.substr(std::min(end + 1, content.size()));
  if (looks_like_title(line, rest)) {
    draft[schema::Field::title] = line;
    draft[schema::Field::body] = rest;
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
