// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/stored_article.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "kliping/error.hpp"
#include "packed_article.hpp"

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

TEST_CASE("packed article: what is packed is read back, and smaller") {
  ArticlePacker packer;
  for (const Article& article : {full_article(), Article{}}) {
    CHECK(load(packer.pack(store(article))) == article);
  }
  const std::string record = store(full_article());
  CHECK(packer.pack(record).size() < record.size() / 2);
}

TEST_CASE("packed article: what an earlier program packed can be read for good") {
  // "Presiden Joko Widodo mengatakan, pemerintah akan menambah anggaran.": half of it is in the
  // dictionary that format 2 began with.
  const std::string packed = std::string(
      "\x28\xB5\x2F\xFD\x21\x01\x48\xF5\x00\x00\x30\x01\x01\x61\x03\x43"
      "\x2E\x07\xFC\xD0\xE2\x79\xED\x2B\xB7\x9B\x6F\x0F\xAE\xA8\x33\xFF"
      "\x3B\xD1\xF0\x64\x88\xCE\xD0\x08",
      40);
  const Article article = load(packed);
  CHECK(article.id == "a");
  CHECK(article.body == "Presiden Joko Widodo mengatakan, pemerintah akan menambah anggaran.");
}

TEST_CASE("packed article: damage is an error, never a crash") {
  ArticlePacker packer;
  const std::string whole{packer.pack(store(full_article()))};
  for (std::size_t size = 4; size < whole.size(); ++size) {
    CHECK_THROWS_AS(load(std::string_view{whole}.substr(0, size)), Error);
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    try {
      load(damaged);
    } catch (const Error&) {
    }
  }
}

TEST_CASE("packed article: one of another dictionary is told from a damaged one") {
  // A frame's header: 4 bytes of magic, a descriptor that says one byte of dictionary number
  // follows and one of size, then those.
  const std::string foreign("\x28\xB5\x2F\xFD\x21\x07\x00\x01\x00\x00", 10);
  CHECK_THROWS_WITH_AS(
      load(foreign), "a stored article is packed in a way that this program does not know", Error);
}
