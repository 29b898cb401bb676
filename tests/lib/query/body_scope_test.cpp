// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/body_scope.hpp"

#include <doctest/doctest.h>

#include <string>

#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "query/vocabulary.hpp"
#include "search/boolean_matches.hpp"

#include "lib/test_index.hpp"

using namespace kliping;

namespace {

/// The ids of the articles that match, with spaces behind them.
std::string found(const kliping::test::TestIndex& index, std::string_view query) {
  Node tree = parse_query(query, kliping::test::today);
  expand_patterns(tree, index.database());
  const BuiltQuery built =
      QueryBuilder(Forms::all, Synonyms::used, {}, {}, Positions::kept, BodyScope(index.database()))
          .build(tree, Operator::all);
  std::string ids;
  for (const Xapian::docid document : boolean_matches(index.database(), built.query))
    ids += index.database().get_document(document).get_value(
               static_cast<Xapian::valueno>(schema::Slot::identity)) +
           ' ';
  return ids;
}

}  // namespace

TEST_CASE("body scope: what stands in the title alone is not found") {
  const kliping::test::TestIndex index({
      kliping::test::make_article("title", "Gerhana bulan langka", "Langit cerah, bulan pucat."),
      kliping::test::make_article("body", "Langit malam", "Warga melihat gerhana bulan total."),
      kliping::test::make_article("both", "Gerhana bulan lagi", "Tadi malam ada gerhana bulan."),
      kliping::test::make_article("forms", "Bunga bank", "Suku bunga bank digerhanakan."),
  });
  struct Case {
    const char* why;
    const char* query;
    const char* ids;
  };
  const Case cases[] = {
      {"a word in any form", "isi:gerhana", "body both forms "},
      {"this form alone", "isi:=gerhana", "body both "},
      {"in body and title, each for itself", "isi:gerhana judul:gerhana", "both "},
      {"a phrase, whose words the body has apart", "isi:\"gerhana bulan\"", "body both "},
      {"words in between", "isi:\"gerhana total\"~1", "body "},
      {"a pattern", "isi:gerha*", "body both "},
      {"brackets", "isi:(langit OR total)", "title body "},
      {"excluded", "-isi:gerhana", "title "},
      {"a title inside of it", "isi:(judul:gerhana bulan)", "title both "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(found(index, c.query) == c.ids);
  }
}
