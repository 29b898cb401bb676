// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/error.hpp"
#include "kliping/query.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "query/vocabulary.hpp"

namespace kliping {

std::vector<std::uint32_t> matching_documents(const Xapian::Database& database,
                                              std::string_view query, Today today) {
  Node tree = parse_query(query, today);
  const Analyzer analyzer(stored_word_lists(database));
  if (has_patterns(tree)) expand_patterns(tree, database, analyzer);
  const BuiltQuery built = QueryBuilder(Forms::all, Synonyms::used, analyzer, {},
                                        stored_positions(database), BodyScope(database))
                               .build(tree, Operator::all);
  if (built.query.empty()) throw Error(message("the query has no word to look for"));
  Xapian::Enquire enquire(database);
  enquire.set_query(built.query);
  enquire.set_weighting_scheme(Xapian::BoolWeight{});
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::vector<std::uint32_t> documents;
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  for (auto match = all.begin(); match != all.end(); ++match) documents.push_back(*match);
  return documents;
}

}  // namespace kliping
