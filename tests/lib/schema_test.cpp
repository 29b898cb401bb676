// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/schema.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace kliping;

TEST_CASE("schema: sort keys order as instants do") {
  const std::int64_t instants[] = {
      std::numeric_limits<std::int64_t>::min(), -62'000'000'000, -1, 0, 1, 1'556'161'920,
      std::numeric_limits<std::int64_t>::max()};
  for (std::size_t i = 0; i < std::size(instants); ++i) {
    CHECK(schema::from_sort_key(schema::sort_key(instants[i])) == instants[i]);
    if (i > 0) CHECK(schema::sort_key(instants[i - 1]) < schema::sort_key(instants[i]));
  }
}

TEST_CASE("schema: an identity term is readable while it fits and hashed when it does not") {
  CHECK(schema::identity_term("kompas-1") == "Qkompas-1");
  const std::string fits(schema::max_term_bytes - 1, 'a');
  CHECK(schema::identity_term(fits) == "Q" + fits);
  CHECK(schema::identity_term(fits + "b").size() == 34);
  CHECK(schema::identity_term(fits + "b") != schema::identity_term(fits + "c"));
  // A NUL counts twice in a key.
  const std::string nuls(schema::max_term_bytes / 2 + 1, '\0');
  CHECK(schema::identity_term(nuls).size() == 34);
}

TEST_CASE("schema: an address is the same however it was copied") {
  const std::string term = schema::address_term("https://www.example.com/a/b-1?id=7");
  for (const char* copy :
       {"http://example.com/a/b-1?id=7", "example.com/a/b-1?id=7#komentar",
        "https://EXAMPLE.com/a/b-1/?utm_source=x&id=7", "www.example.com/a/b-1?id=7&page=all"}) {
    CAPTURE(copy);
    CHECK(schema::address_term(copy) == term);
  }
  for (const char* other : {"https://example.com/a/b-1", "https://example.com/a/B-1?id=7",
                            "https://m.example.com/a/b-1?id=7"}) {
    CAPTURE(other);
    CHECK(schema::address_term(other) != term);
  }
  CHECK(schema::address_term("https://example.com/#atas").empty());
  CHECK(schema::address_term("").empty());
  CHECK(term.size() == 17);
}

TEST_CASE("schema: a filter term is cut between characters") {
  std::string long_name;
  while (long_name.size() < 300) long_name += "é";
  const std::string term = schema::filter_term(schema::prefix::source, long_name);
  CHECK(term.size() <= schema::max_term_bytes);
  CHECK((term.size() - schema::prefix::source.size()) % 2 == 0);
  CHECK(schema::filter_term(schema::prefix::source, "Kompas") ==
        schema::filter_term(schema::prefix::source, "kompas"));
}
