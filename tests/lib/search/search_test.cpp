// SPDX-License-Identifier: GPL-3.0-or-later
// The library as other programs have it.
#include "kliping/search.hpp"

#include <doctest/doctest.h>

#include "kliping/analyze.hpp"
#include "lib/test_index.hpp"
#include "process.hpp"

using namespace kliping;
using kliping::test::make_article;
using kliping::test::TestIndex;

namespace {

/// On the disk, as `open` wants it.
class Shelf {
 public:
  explicit Shelf(const std::vector<Article>& articles) {
    const TestIndex index(articles);
    Xapian::WritableDatabase database(path(), Xapian::DB_CREATE);
    for (auto document = index.database().postlist_begin("");
         document != index.database().postlist_end(""); ++document) {
      database.add_document(index.database().get_document(*document));
    }
    database.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
    database.set_metadata(std::string{schema::metadata::analysis}, Analyzer().fingerprint());
    database.commit();
  }

  std::string path() const { return folder_ / "db"; }

 private:
  test::TemporaryFolder folder_;
};

const std::vector<Article> news{
    make_article("a", "Banjir surut", "Warga membersihkan rumah. Banjir di hilir sudah surut."),
    make_article("b", "Gempa", "Gempa tidak menyebabkan banjir."),
    make_article("c", "Pasar", "Harga beras turun.")};

std::vector<std::string> ids(const Answer& answer) {
  std::vector<std::string> list;
  for (const Hit& hit : answer.hits) list.push_back(hit.article.id);
  return list;
}

}  // namespace

TEST_CASE("library: a text's words with their roots") {
  const std::string text = "Ia menyapu.";
  const auto words = analyze(text);
  REQUIRE(words.size() == 2);
  CHECK(words[1].word == "menyapu");
  CHECK(words[1].root == "sapu");
  CHECK(words[1].span.of(text) == "menyapu");
  CHECK(words[1].position == words[0].position + 1);
}

TEST_CASE("library: hits in order, with what lights up in them") {
  const Shelf shelf(news);
  Database database = open({shelf.path()});
  const Answer answer = search(database, "kebanjiran");
  CHECK(ids(answer) == std::vector<std::string>{"a", "b"});
  CHECK(answer.total == 2);
  const Hit& first = answer.hits.front();
  CHECK(first.rank == 1);
  CHECK(first.score > answer.hits[1].score);
  REQUIRE(first.extract.title.highlights.size() == 1);
  CHECK(first.extract.title.highlights[0].of(first.extract.title.text) == "Banjir");
}

TEST_CASE("library: options say which page, how a query is read, and what is meant") {
  const Shelf shelf(news);
  Database database = open({shelf.path()});
  CHECK(ids(search(database, "banjir", {.page = {.offset = 1}})) == std::vector<std::string>{"b"});
  const Answer none = search(database, "banjir", {.page = {.limit = 0}});
  CHECK(none.hits.empty());
  CHECK(none.total == 2);
  CHECK(ids(search(database, "kebanjiran", {.query = {.forms = Forms::exact}})).empty());
  CHECK(search(database, "bnajir").corrected == "banjir");
  const Answer relaxed = search(database, "banjir beras");
  CHECK(relaxed.relaxed);
  CHECK(relaxed.complete == 0);
  CHECK(relaxed.total == 3);
}

TEST_CASE("library: faults are errors that say the way on") {
  const Shelf shelf(news);
  Database database = open({shelf.path()});
  CHECK_THROWS_AS(search(database, "(banjir"), Error);
  CHECK_NOTHROW(search(database, "(banjir", {.query = {.syntax = Syntax::literal}}));
  CHECK_THROWS_WITH_AS(open({shelf.path() + "x"}), (shelf.path() + "x: no such database").c_str(),
                       Error);
  CHECK_THROWS_AS(open({}), Error);
}
