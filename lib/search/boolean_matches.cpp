// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/boolean_matches.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "search/query_word.hpp"

namespace kliping {

namespace {

using Documents = std::vector<Xapian::docid>;
using Xapian::Query;

Documents by_matcher(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  Documents documents;
  documents.reserve(all.size());
  for (auto match = all.begin(); match != all.end(); ++match) documents.push_back(*match);
  return documents;
}

Documents with_term(const Xapian::Database& database, const std::string& term) {
  Documents documents;
  documents.reserve(database.get_termfreq(term));
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    documents.push_back(*posting);
  }
  return documents;
}

/// Keeps those of `documents` that have the term.
void keep_with_term(const Xapian::Database& database, const std::string& term,
                    Documents& documents) {
  const auto end = database.postlist_end(term);
  auto posting = database.postlist_begin(term);
  std::erase_if(documents, [&](Xapian::docid document) {
    if (posting != end && *posting < document) posting.skip_to(document);
    return posting == end || *posting != document;
  });
}

/// The words that `query` joins by `joint`; empty if it has anything else in it.
std::vector<std::string> terms_of(const Query& query, Query::op joint) {
  if (const auto word = word_of(query)) return {word->root};
  if (query.get_type() != joint) return {};
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const auto word = word_of(query.get_subquery(i));
    if (!word) return {};
    terms.push_back(word->root);
  }
  return terms;
}

Documents with_all(const Xapian::Database& database, std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end(), [&](const std::string& a, const std::string& b) {
    return database.get_termfreq(a) < database.get_termfreq(b);
  });
  Documents documents = with_term(database, terms.front());
  for (std::size_t i = 1; i < terms.size(); ++i) keep_with_term(database, terms[i], documents);
  return documents;
}

Documents with_any(const Xapian::Database& database, const std::vector<std::string>& terms) {
  Documents documents;
  for (const std::string& term : terms) {
    Documents joined;
    const Documents more = with_term(database, term);
    std::set_union(documents.begin(), documents.end(), more.begin(), more.end(),
                   std::back_inserter(joined));
    documents = std::move(joined);
  }
  return documents;
}

}  // namespace

Documents boolean_matches(const Xapian::Database& database, const Query& query) {
  if (auto all = terms_of(query, Query::OP_AND); !all.empty()) {
    return with_all(database, std::move(all));
  }
  if (const auto any = terms_of(query, Query::OP_OR); !any.empty()) {
    return with_any(database, any);
  }
  return by_matcher(database, query);
}

}  // namespace kliping
