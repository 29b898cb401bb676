// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "../record.hpp"

namespace kliping::indexer {

/// The fields that a reader found in a record: UTF-8 as it stood there, not repaired, and without
/// any field that follows from another.
struct Draft {
  std::array<std::string, schema::fields.size()> values;
  /// The field that `--id=field:NAME` names.
  std::string chosen_id;
  /// When it was fetched. This is its date where neither the article nor its address has one.
  std::string captured;
  std::vector<std::pair<std::string, std::string>> extra;
  /// Why there is no article in it, where that is certain.
  std::optional<Message> objection;

  std::string& operator[](schema::Field field) { return values[static_cast<std::size_t>(field)]; }
  const std::string& operator[](schema::Field field) const {
    return values[static_cast<std::size_t>(field)];
  }
};

using DraftOrFault = std::variant<Draft, Diagnostic>;

/// One reader a format.
DraftOrFault draft_from_json(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_row(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_html(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_text(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_markdown(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_feed(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_warc(const Record& record, const ReadOptions& options);
DraftOrFault draft_from_trec(const Record& record, const ReadOptions& options);

/// By the record's format.
DraftOrFault draft(const Record& record, const ReadOptions& options);

/// A page and a text, whatever brought them. `declared` is an encoding stated outside the page.
Draft draft_of_page(std::string_view bytes, const std::string& encoding,
                    std::string_view declared = {});
Draft draft_of_text(std::string_view bytes, const std::string& encoding);

/// `berita.jsonl:42`, `kompas.warc.gz@8112`, `a.html`.
std::string locator_of(const Record& record);

Diagnostic fault_of(const Record& record, Message message, Message hint = {});

/// A column's or key's value that stands for nothing: `No Title`, `null`, `-`.
bool says_nothing(std::string_view value);

}  // namespace kliping::indexer
