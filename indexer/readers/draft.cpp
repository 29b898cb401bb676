// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "field_names.hpp"
#include "outlet.hpp"

namespace kliping::indexer {

namespace {
constexpr std::array<std::string_view, 14> empty_words{
    "notitle", "untitled", "tanpajudul", "tidakadajudul", "null", "none",  "nan",
    "na",      "nil",      "undefined",  "notavailable",  "nat",  "empty", "kosong"};
}

DraftOrFault draft(const Record& record, const ReadOptions& options) {
  switch (record.origin->format) {
    case Format::json:
    case Format::jsonl:
      return draft_from_json(record, options);
    case Format::csv:
    case Format::tsv:
      return draft_from_row(record, options);
    case Format::html:
      return draft_from_html(record, options);
    case Format::markdown:
      return draft_from_markdown(record, options);
    case Format::feed:
      return draft_from_feed(record, options);
    case Format::warc:
      return draft_from_warc(record, options);
    case Format::trec:
      return draft_from_trec(record, options);
    case Format::text:
    case Format::automatic:
      break;
  }
  return draft_from_text(record, options);
}

std::string locator_of(const Record& record) {
  const std::string& file = record.origin->locator;
  if (record.offset) return locator_at(*record.origin, *record.offset);
  if (record.line == 0) return file;
  if (record.ordinal == 1) return fmt::format("{}:{}", file, record.line);
  return fmt::format("{}:{}#{}", file, record.line, record.ordinal);
}

Diagnostic fault_of(const Record& record, Message message, Message hint) {
  const std::string& file = record.origin->locator;
  return {Diagnostic::Severity::error, record.offset ? locator_of(record) : file, record.line,
          std::move(message), std::move(hint)};
}

bool says_nothing(std::string_view value) {
  constexpr std::size_t longest = 16;
  if (value.size() > longest) return false;
  if (value.find_first_not_of("-_.?/ ") == std::string_view::npos) return true;
  // MySQL and PostgreSQL write what is absent so.
  if (value == "\\N") return true;
  return std::any_of(empty_words.begin(), empty_words.end(),
                     [&](std::string_view word) { return same_name(word, value); });
}

}  // namespace kliping::indexer
