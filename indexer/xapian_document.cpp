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
    result.add_term(name, term.wdf);
    for (const std::uint32_t position : term.positions) result.add_posting(name, position, 0);
  }
  for (const DocumentValue& value : document.values) {
    result.add_value(static_cast<Xapian::valueno>(value.slot), std::string{value.value});
  }
  return result;
}

void write_metadata(Xapian::WritableDatabase& database) {
  database.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
  database.set_metadata(std::string{schema::metadata::analysis}, Analyzer::fingerprint());
}

}  // namespace kliping::indexer
