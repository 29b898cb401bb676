// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/stored_article.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "kliping/error.hpp"

using namespace kliping;

namespace {

Article full_article() {
  return {.id = "a-1",
          .title = "Bendungan Selesai",
          .body = std::string(300, 'x') + "\nakhir",
          .date = Date{-5, 480, Date::Precision::second},
          .source = "antara",
          .section = "daerah",
          .author = "ab",
          .url = "https://example.com/1",
          .locator = "a.csv:2",
          .extra = {{"views", "12"}, {"empty", ""}}};
}

}  // namespace

TEST_CASE("stored article: what goes in comes out") {
  CHECK(load(store(full_article())) == full_article());
  CHECK(load(store(Article{})) == Article{});
}

TEST_CASE("stored article: every change of a field changes the fingerprint") {
  const auto original = fingerprint(full_article());
  CHECK(fingerprint(full_article()) == original);
  Article changed = full_article();
  changed.date->offset_minutes = 420;
  CHECK(fingerprint(changed) != original);
  changed = full_article();
  changed.extra.back().second = "1";
  CHECK(fingerprint(changed) != original);
}

TEST_CASE("stored article: a fingerprint tells other content from another place") {
  const auto original = fingerprint(full_article());
  Article moved = full_article();
  moved.locator = "a.csv:3";
  CHECK_MESSAGE(fingerprint(moved) == original, "a line was inserted above it");
  moved.locator = "b.csv:2";
  CHECK(fingerprint(moved) != original);
  CHECK(std::equal(original.begin(), original.begin() + 8, fingerprint(moved).begin()));
}

TEST_CASE("stored article: a cut record is an error, never a crash") {
  const std::string whole = store(full_article());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    try {
      load(std::string_view{whole}.substr(0, size));
    } catch (const Error&) {
    }
  }
  CHECK_THROWS_AS(load("\x03\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"), Error);
}
