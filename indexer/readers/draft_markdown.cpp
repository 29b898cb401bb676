// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "draft.hpp"
#include "field_names.hpp"
#include "front_matter.hpp"
#include "keyed_draft.hpp"
#include "kliping/date.hpp"
#include "kliping/text/decode.hpp"
#include "markdown_text.hpp"

namespace kliping::indexer {

namespace {

/// The line below the heading that is a date, as a text without a head has it.
void take_date_line(std::string& body, Draft& draft) {
  constexpr std::size_t longest_date = 60;
  const std::size_t end = std::min(body.find('\n'), body.size());
  const std::string line = body.substr(0, end);
  if (line.size() > longest_date || line.ends_with('.') || !parse_date(line)) return;
  draft[schema::Field::date] = line;
  body.erase(0, std::min(end + 1, body.size()));
}

}  // namespace

DraftOrFault draft_from_markdown(const Record& record, const ReadOptions& options) {
  using schema::Field;
  const std::string content = text::decode(record.bytes, record.origin->encoding);
  KeyedDraft keyed(options);
  auto head = read_fenced_head(content);
  if (!head) head = read_table_head(content);
  if (!head) head = read_line_head(content);
  if (head)
    for (auto& [key, value] : head->entries) {
      // The text is below; what would stand for it stays what it is called.
      if (guess_field(key).value_or(NameGuess{}).rank >= lead_rank)
        keyed.keep(key, std::move(value));
      else
        keyed.take(key, std::move(value));
    }
  Draft& draft = keyed.draft();
  MarkdownText text = markdown_text(std::string_view{content}.substr(head ? head->bytes : 0));
  std::string& title = draft[Field::title];
  if (title.empty() && text.heading.empty()) {
    Draft plain = draft_of_text(text.body, "UTF-8");
    title = std::move(plain[Field::title]);
    text.body = std::move(plain[Field::body]);
  }
  if (title.empty())
    title = std::move(text.heading);
  else if (!text.heading.empty() && text.heading != title)
    text.body.insert(0, text.heading + '\n');
  if (!head && draft[Field::date].empty()) take_date_line(text.body, draft);
  if (!text.body.empty()) draft[Field::body] = std::move(text.body);
  return std::move(draft);
}

}  // namespace kliping::indexer
