// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.hpp"

#include "columns.hpp"
#include "draft.hpp"

namespace kliping::indexer {

namespace {

/// `03/04/2025`: a date that says by itself neither order.
bool is_ambiguous(const std::string& text) {
  const auto day_first = parse_date(text, DateOrder::day_first);
  return day_first && day_first != parse_date(text, DateOrder::month_first);
}

void study_dates(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                 std::vector<Diagnostic>& findings) {
  bool day_first = false;
  bool month_first = false;
  std::size_t ambiguous_line = 0;
  std::string ambiguous_text;
  for (const Record& record : sample) {
    DraftOrFault drafted = draft(record, options);
    const Draft* known = std::get_if<Draft>(&drafted);
    if (known == nullptr) continue;
    const std::string& text = (*known)[schema::Field::date];
    const DateOrder order = proven_order(text);
    day_first = day_first || order == DateOrder::day_first;
    month_first = month_first || order == DateOrder::month_first;
    if (order != DateOrder::unknown || !ambiguous_text.empty() || !is_ambiguous(text)) continue;
    ambiguous_line = record.line;
    ambiguous_text = text;
  }
  if (day_first != month_first)
    origin.date_order = day_first ? DateOrder::day_first : DateOrder::month_first;
  else if (!ambiguous_text.empty())
    findings.push_back(
        {Diagnostic::Severity::note,
         origin.locator,
         ambiguous_line,
         message("dates such as {} may be day or month first; read as day first", ambiguous_text),
         {}});
}

}  // namespace

bool study_sample(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                  std::vector<Diagnostic>& findings) {
  const bool is_table = origin.format == Format::csv || origin.format == Format::tsv;
  if (is_table && !assign_columns(sample, options, origin, findings)) return false;
  if (sample.size() > 1 || is_table) study_dates(sample, options, origin, findings);
  return true;
}

}  // namespace kliping::indexer
