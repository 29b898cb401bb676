// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/read_query.hpp"

#include "query/vocabulary.hpp"

namespace kliping {

Node read_query(std::string_view query, const QueryOptions& options, Archive& archive) {
  if (options.syntax == Syntax::literal) return parse_literal(query);
  Node tree = parse_query(query, options.today);
  // Without patterns no database is opened, so that a syntax error is told even if there is none.
  if (has_patterns(tree)) {
    const Analyzer analyzer = archive.analyzer();
    archive.read(
        [&](const Xapian::Database& database) { expand_patterns(tree, database, analyzer); });
  }
  return tree;
}

BuiltQuery build_query(const Node& tree, const QueryOptions& options, Archive& archive) {
  const Analyzer analyzer = archive.analyzer();
  const Positions positions = archive.positions();
  return archive.read([&](const Xapian::Database& database) {
    return QueryBuilder(options.forms, options.synonyms, analyzer, LearnedNames(database),
                        positions, BodyScope(database))
        .build(tree, options.op);
  });
}

}  // namespace kliping
