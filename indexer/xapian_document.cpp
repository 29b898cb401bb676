// SPDX-License-Identifier: GPL-3.0-or-later
#include "xapian_document.hpp"

#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"

namespace kliping::indexer {

Xapian::Document to_xapian(const IndexDocument& document) {
  Xapian::Document result;
  result.set_data(std::string{document.data});
  std::string name;
  for (const DocumentTerm& term : document.terms) {
    name.assign(term.term);
    if (term.positions.empty()) {
      result.add_term(name, term.wdf);
      continue;
    }
    // The first position brings the frequency along: each call is a search in a tree of terms.
    result.add_posting(name, term.positions.front(), term.wdf);
    for (const std::uint32_t position : term.positions.subspan(1)) {
      result.add_posting(name, position, 0);
    }
  }
  for (const DocumentValue& value : document.values) {
    result.add_value(static_cast<Xapian::valueno>(value.slot), std::string{value.value});
  }
  return result;
}

std::map<std::string, std::string> index_metadata(const WordLists& lists) {
  std::map<std::string, std::string> metadata{
      {std::string{schema::metadata::version}, std::to_string(schema::version)},
      {std::string{schema::metadata::analysis}, Analyzer(lists).fingerprint()}};
  // Xapian keeps no empty value.
  if (!lists.exceptions.empty()) metadata.emplace(schema::metadata::exceptions, lists.exceptions);
  if (!lists.protect.empty()) metadata.emplace(schema::metadata::protect, lists.protect);
  return metadata;
}

void write_metadata(Xapian::WritableDatabase& database, const WordLists& lists) {
  for (const auto& [key, value] : index_metadata(lists)) database.set_metadata(key, value);
}

}  // namespace kliping::indexer
