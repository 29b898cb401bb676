// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen_articles.hpp"

#include <doctest/doctest.h>

#include <string>

using kliping::Fingerprint;
using namespace kliping::indexer;
using Seen = SeenArticles::Seen;

TEST_CASE("seen articles: remembers the last content of each identity") {
  SeenArticles seen;
  const Fingerprint one{1};
  const Fingerprint two{2};
  CHECK(seen.exchange("a", one) == Seen::never);
  CHECK(seen.exchange("a", one) == Seen::same);
  CHECK(seen.exchange("a", two) == Seen::different);
  CHECK(seen.exchange("a", two) == Seen::same);
  CHECK(seen.exchange("b", two) == Seen::never);
}

TEST_CASE("seen articles: the same content from elsewhere is the same") {
  SeenArticles seen;
  Fingerprint here{1};
  Fingerprint there{1};
  there[15] = 9;
  CHECK(seen.exchange("a", here) == Seen::never);
  CHECK(seen.exchange("a", there) == Seen::same);
}

TEST_CASE("seen articles: none is forgotten as the table grows") {
  SeenArticles seen;
  constexpr int count = 100'000;
  int wrong = 0;
  for (int i = 0; i < count; ++i) {
    wrong += seen.exchange(std::to_string(i), Fingerprint{1}) != Seen::never;
  }
  for (int i = 0; i < count; ++i) {
    wrong += seen.exchange(std::to_string(i), Fingerprint{1}) != Seen::same;
  }
  CHECK(wrong == 0);
}
