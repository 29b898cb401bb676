// SPDX-License-Identifier: GPL-3.0-or-later
#include "add_run.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <fstream>
#include <string>
#include <vector>

#include "database_folder.hpp"
#include "kliping/error.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"
#include "process.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

std::string record(const std::string& id, const std::string& body) {
  return fmt::format("{{\"id\":\"{}\",\"title\":\"Kabar\",\"body\":\"{}\"}}\n", id, body);
}

/// A database in a folder of its own, and the verbs that tests need.
class Fixture {
 public:
  AddTally add(const std::string& lines, unsigned jobs = 2,
               UnchangedRule unchanged = UnchangedRule::skip) {
    const std::string input = files_ / "berita.jsonl";
    std::ofstream(input) << lines;
    AddSettings settings{
        .inputs = {input}, .read = {}, .unchanged = unchanged, .jobs = jobs, .max_errors = {}};
    DatabaseFolder folder(path());
    return add_articles(folder, settings,
                        {.outcome = [](const Outcome&) {},
                         .diagnostic = [](const Diagnostic&) {},
                         .read = [](std::size_t) {},
                         .interrupted = [] { return false; }});
  }

  std::string path() const { return files_ / "berita.db"; }
  Xapian::Database open() const { return Xapian::Database(path()); }

  /// The body stored under an id; "" for none. Fails where two have it.
  std::string body(const std::string& id) const {
    const Xapian::Database database = open();
    const std::string term = schema::identity_term(id);
    CHECK(database.get_termfreq(term) <= 1);
    const auto found = database.postlist_begin(term);
    if (found == database.postlist_end(term)) return {};
    return load(database.get_document(*found).get_data()).body;
  }

  /// Articles, terms and positions by document number, as text.
  std::string contents() const {
    std::string all;
    const Xapian::Database database = open();
    for (auto doc = database.postlist_begin(""); doc != database.postlist_end(""); ++doc) {
      const Article article = load(database.get_document(*doc).get_data());
      all += fmt::format("{} {} {}\n", *doc, article.id, article.body);
      for (auto t = database.termlist_begin(*doc); t != database.termlist_end(*doc); ++t) {
        all += fmt::format(" {}:{}", *t, t.get_wdf());
        for (auto p = t.positionlist_begin(); p != t.positionlist_end(); ++p) {
          all += fmt::format("@{}", *p);
        }
      }
    }
    return all;
  }

 private:
  test::TemporaryFolder files_;
};

/// Enough fresh text for the bulk road, whatever is there.
std::string many(int first, int count, const std::string& words) {
  std::string lines;
  std::string padding;
  for (int i = 0; i < 60; ++i) padding += words + " ";
  for (int i = first; i < first + count; ++i) {
    lines += record(fmt::format("m-{}", i), fmt::format("{} {}", padding, i));
  }
  return lines;
}

}  // namespace

TEST_CASE("add: a small batch updates the generation in place") {
  Fixture fixture;
  CHECK(fixture.add(record("a", "satu") + record("b", "dua")).added == 2);
  const auto tally = fixture.add(record("a", "satu") + record("b", "tiga") + record("c", "empat"));
  CHECK(tally.unchanged == 1);
  CHECK(tally.updated == 1);
  CHECK(tally.added == 1);
  CHECK(published_generation(fixture.path()) == 1);
  CHECK(fixture.open().get_doccount() == 3);
  CHECK(fixture.body("b") == "tiga");
}

TEST_CASE("add: the last article of an identity wins, an equal one is unchanged") {
  Fixture fixture;
  const auto tally = fixture.add(record("a", "satu") + record("a", "satu") + record("a", "dua"));
  CHECK(tally.added == 1);
  CHECK(tally.unchanged == 1);
  CHECK(tally.updated == 1);
  CHECK(fixture.open().get_doccount() == 1);
  CHECK(fixture.body("a") == "dua");
  // The same again ends the same.
  fixture.add(record("a", "satu") + record("a", "satu") + record("a", "dua"));
  CHECK(fixture.body("a") == "dua");
}

TEST_CASE("add: force indexes unchanged articles again") {
  Fixture fixture;
  fixture.add(record("a", "satu"));
  const auto tally = fixture.add(record("a", "satu"), 1, UnchangedRule::index_again);
  CHECK(tally.updated == 1);
  CHECK(fixture.open().get_doccount() == 1);
}

TEST_CASE("add: a large batch over an existing index replaces, adds and keeps") {
  Fixture fixture;
  fixture.add(record("tetap", "lama") + record("m-7", "lama") + many(0, 3, "pendek"));
  const std::string words = "gempa mengguncang kota di pesisir barat pada dini hari";
  const Xapian::Database reader = fixture.open();
  const auto tally = fixture.add(many(5, 3000, words) + record("m-9", "terbaru"));
  CHECK(published_generation(fixture.path()) == 2);
  CHECK(tally.added == 2999);
  CHECK(tally.updated == 2);
  CHECK(fixture.open().get_doccount() == 5 + 2999);
  CHECK(fixture.body("tetap") == "lama");
  CHECK(fixture.body("m-7").starts_with("gempa"));
  CHECK(fixture.body("m-9") == "terbaru");
  CHECK(fixture.body("m-3004").ends_with(" 3004"));
  CHECK_MESSAGE(reader.get_doccount() == 5, "an open reader keeps its snapshot");
  CHECK(load(reader.get_document(1).get_data()).body == "lama");
  CHECK(Xapian::Database::check(fixture.path() + "/g000002", 0, nullptr) == 0);
}

TEST_CASE(
    "add: a second large batch replaces the right articles where the first document is gone") {
  Fixture fixture;
  fixture.add(many(0, 10, "pendek"));
  const std::string words = "gempa mengguncang kota di pesisir barat pada dini hari";
  // Takes the place of document 1: the index now begins with a later one.
  fixture.add(many(0, 1, "panjang") + many(100, 3000, words));
  fixture.add(many(5, 1, "baru") + many(4000, 6000, words));
  CHECK(fixture.open().get_doccount() == 10 + 9000);
  CHECK(fixture.body("m-5").starts_with("baru"));
  for (const char* kept : {"m-0", "m-1", "m-4", "m-6", "m-9", "m-100"}) {
    INFO(kept);
    CHECK(!fixture.body(kept).empty());
  }
}

TEST_CASE("add: the same inputs make the same index with one thread and with four") {
  const std::string lines = many(0, 4000, "banjir merendam sawah warga") + record("m-3", "akhir");
  Fixture one;
  one.add(lines, 1);
  Fixture four;
  four.add(lines, 4);
  const bool same = one.contents() == four.contents();
  CHECK(same);
}

TEST_CASE("add: a fault that ends the run leaves the index as it was") {
  Fixture fixture;
  fixture.add(record("a", "satu"));
  const std::string input = fixture.path() + ".jsonl";
  std::ofstream(input) << many(0, 2000, "kabut asap") << "{\n{\n";
  AddSettings settings{.inputs = {input}, .read = {}, .jobs = 2, .max_errors = 2};
  DatabaseFolder folder(fixture.path());
  CHECK_THROWS_AS(add_articles(folder, settings,
                               {.outcome = [](const Outcome&) {},
                                .diagnostic = [](const Diagnostic&) {},
                                .read = [](std::size_t) {},
                                .interrupted = [] { return false; }}),
                  Error);
  CHECK(fixture.open().get_doccount() == 1);
}
