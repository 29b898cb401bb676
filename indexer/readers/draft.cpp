// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft.hpp"

#include <algorithm>

#include "field_names.hpp"

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
    case Format::text:
    case Format::automatic:
      break;
  }
  return draft_from_text(record, options);
}

Diagnostic fault_of(const Record& record, std::string message, std::string hint) {
  return {Diagnostic::Severity::error, record.origin->locator, record.line, std::move(message),
          std::move(hint)};
}

bool says_nothing(std::string_view value) {
  constexpr std::size_t longest = 16;
  if (value.size() > longest) return false;
  if (value.find_first_not_of("-_.?/ ") == std::string_view::npos) return true;
  return std::any_of(empty_words.begin(), empty_words.end(),
                     [&](std::string_view word) { return same_name(word, value); });
}

}  // namespace kliping::indexer
