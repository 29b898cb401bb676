// SPDX-License-Identifier: GPL-3.0-or-later
#include "word_lists.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "add_run.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"
#include "kliping/schema.hpp"
#include "process.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

void add(const std::string& path, const std::string& input, const GivenLists& lists,
         WriterRule writer = WriterRule::bulk_builder) {
  AddSettings settings;
  settings.inputs = {input};
  settings.lists = lists;
  settings.writer = writer;
  DatabaseFolder folder(path);
  add_articles(folder, settings,
               {.outcome = [](const Outcome&) {},
                .diagnostic = [](const Diagnostic& said) { FAIL(said.message.english()); },
                .read = [](std::size_t) {},
                .interrupted = [] { return false; }});
}

std::uint32_t articles_with(const std::string& path, const std::string& term) {
  return open_for_reading({path}).get_termfreq(term);
}

}  // namespace

TEST_CASE("word lists: an index keeps them, and later runs follow") {
  const test::TemporaryFolder files;
  std::ofstream(files / "a.jsonl") << R"({"id":"a","title":"Soto","body":"Soto ayam."})" << '\n';
  std::ofstream(files / "b.jsonl") << R"({"id":"b","title":"Soto","body":"Soto babat."})" << '\n';
  for (const WriterRule writer : {WriterRule::bulk_builder, WriterRule::xapian}) {
    const std::string path = files / (writer == WriterRule::xapian ? "x.db" : "b.db");
    add(path, files / "a.jsonl", {"soto\tkuah\n", "babat\n"}, writer);
    CHECK(articles_with(path, "Zkuah") == 1);
    add(path, files / "b.jsonl", {}, writer);
    CHECK(articles_with(path, "Zkuah") == 2);
    const Xapian::Database database = open_for_reading({path});
    CHECK(stored_word_lists(database) == WordLists{"soto\tkuah\n", "babat\n"});
    CHECK(database.get_metadata(std::string{schema::metadata::analysis}) !=
          Analyzer().fingerprint());
  }
}

TEST_CASE("word lists: another list is refused, with the way on") {
  const test::TemporaryFolder files;
  std::ofstream(files / "a.jsonl") << R"({"id":"a","title":"Soto","body":"Soto ayam."})" << '\n';
  const std::string path = files / "db";
  add(path, files / "a.jsonl", {"soto\tkuah\n", {}});
  CHECK_NOTHROW(add(path, files / "a.jsonl", {"soto\tkuah\n", {}}));
  try {
    add(path, files / "a.jsonl", {"soto\tsup\n", {}});
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == path + ": was indexed by another --exceptions than this");
    CHECK(error.hint().find("kliping-index dump") != std::string::npos);
  }
  CHECK_THROWS_WITH(add(path, files / "a.jsonl", {{}, "soto\n"}),
                    (path + ": was indexed without --protect").c_str());
}

TEST_CASE("word lists: databases of different lists are not searched as one") {
  const test::TemporaryFolder files;
  std::ofstream(files / "a.jsonl") << R"({"id":"a","title":"Soto","body":"Soto ayam."})" << '\n';
  add(files / "one", files / "a.jsonl", {});
  add(files / "two", files / "a.jsonl", {"soto\tkuah\n", {}});
  CHECK_NOTHROW(open_for_reading({files / "two", files / "two"}));
  CHECK_THROWS_WITH(
      open_for_reading({files / "one", files / "two"}),
      ((files / "two") + ": its --exceptions and --protect are not those of " + (files / "one"))
          .c_str());
}
