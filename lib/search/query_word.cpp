// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_word.hpp"

#include "kliping/schema.hpp"

namespace kliping {

namespace {

using Xapian::Query;

std::string term_of(const Query& leaf) {
  return leaf.get_type() == Query::LEAF_TERM ? *leaf.get_terms_begin() : std::string{};
}

}  // namespace

std::optional<QueryWord> word_of(const Query& part) {
  if (part.get_type() == Query::LEAF_TERM) return QueryWord{term_of(part), {}};
  if (part.get_type() != Query::OP_AND_MAYBE || part.get_num_subqueries() != 2) return {};
  const Query form = part.get_subquery(1);
  if (form.get_type() != Query::OP_SCALE_WEIGHT) return {};
  QueryWord word{term_of(part.get_subquery(0)), term_of(form.get_subquery(0))};
  // Xapian does not tell by how much a weight is scaled. But only the exact form is ever added to a
  // root alone (`Z`, or `ZS` in titles), so the scale is known.
  if (!word.root.starts_with(schema::prefix::root) || word.form.empty()) return {};
  return word;
}

}  // namespace kliping
