// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <random>

#include "corpora.hpp"
#include "glass/canary.hpp"
#include "glass/compare.hpp"
#include "kliping/glass/trust.hpp"
#include "process.hpp"

using namespace kliping::glass;
using namespace kliping::glass::test;
using kliping::test::run_shell;
using kliping::test::TemporaryFolder;

namespace {

std::string compare(const std::string& expected, const std::string& actual) {
  const Xapian::Database a(expected);
  const Xapian::Database b(actual);
  std::vector<std::string> found = differences(a, b);
  for (std::string& more : query_differences(a, b, 40, 5)) found.push_back(std::move(more));
  return fmt::format("{}", fmt::join(found, "\n"));
}

/// The same edits on any database, over several commits.
void edit(const std::string& path, const Documents& fresh) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  const std::vector<Xapian::docid> docids(database.postlist_begin(""), database.postlist_end(""));
  for (std::size_t i = 0; i < fresh.size(); i += 3) database.add_document(to_xapian(fresh[i]));
  database.commit();
  for (std::size_t i = 1; i < docids.size(); i += 5) database.delete_document(docids[i]);
  database.commit();
  for (std::size_t i = 0; i < docids.size(); i += 7) {
    database.replace_document(docids[i], to_xapian(fresh[i % fresh.size()]));
  }
  database.set_metadata("k", "changed");
  database.add_spelling("jakarta");
  database.add_synonym("kota", "kotamadya");
  database.commit();
  database.begin_transaction();
  database.delete_document(docids.front());
  database.cancel_transaction();
  database.commit();
}

void compact(const std::string& from, const std::string& to) {
  Xapian::Database(from).compact(to, Xapian::Compactor::FULL);
}

}  // namespace

TEST_CASE("glass: Xapian goes on writing where the builder left off") {
  for (const std::uint32_t block_bytes : {2048U, 8192U}) {
    CAPTURE(block_bytes);
    std::mt19937 random(17);
    const TemporaryFolder folder;
    const Way way{.block_bytes = block_bytes};
    const Shape shape{.documents = 700, .vocabulary = 800, .max_words = 150};
    Documents documents = random_documents(shape, random);
    const Documents fresh = random_documents(shape, random);
    for (OwnedDocument& odd : odd_documents()) documents.push_back(std::move(odd));
    build_by_xapian(folder / "a", documents, {{"k", "v"}}, way);
    build_in_bulk(folder / "b", documents, {{"k", "v"}}, way);

    edit(folder / "a", fresh);
    edit(folder / "b", fresh);
    CHECK(compare(folder / "a", folder / "b") == "");
    compact(folder / "a", folder / "a2");
    compact(folder / "b", folder / "b2");
    CHECK(compare(folder / "a2", folder / "b2") == "");
    edit(folder / "a2", documents);
    edit(folder / "b2", documents);
    CHECK(compare(folder / "a2", folder / "b2") == "");
    CHECK(run_shell("xapian-check '" + folder / "b2" + "' F").status ==
          run_shell("xapian-check '" + folder / "a2" + "' F").status);
  }
}

TEST_CASE("glass: Xapian merges a built database with one of its own") {
  std::mt19937 random(23);
  const TemporaryFolder folder;
  const Documents first = random_documents({.documents = 200}, random);
  const Documents second = random_documents({.documents = 300}, random);
  build_by_xapian(folder / "first", first, {{"k", "v"}}, {});
  build_by_xapian(folder / "second", second, {}, {});
  build_in_bulk(folder / "bulk", second, {}, {});
  for (const char* const name : {"second", "bulk"}) {
    Xapian::Database both;
    both.add_database(Xapian::Database(folder / "first"));
    both.add_database(Xapian::Database(folder / name));
    both.compact(folder / (std::string("with-") + name), Xapian::Compactor::FULL);
  }
  CHECK(compare(folder / "with-second", folder / "with-bulk") == "");
}

TEST_CASE("glass: the canary finds nothing and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(doubt_before(folder / "canary").value_or("none") == "none");
  CHECK_FALSE(std::filesystem::exists(folder / "canary"));
}

TEST_CASE("glass: what glass cannot hold is refused") {
  struct Case {
    const char* why;
    OwnedDocument document;
  };
  const std::string zeros(200, '\0');
  const Case cases[] = {
      {"a term too long", {"", {{std::string(246, 'a'), 1, {}}}, {}}},
      {"a term too long with its zeros escaped", {"", {{zeros, 1, {}}}, {}}},
      {"an empty term", {"", {{"", 1, {}}}, {}}},
      {"terms out of order", {"", {{"b", 1, {}}, {"a", 1, {}}}, {}}},
      {"a term twice", {"", {{"a", 1, {}}, {"a", 1, {}}}, {}}},
      {"positions out of order", {"", {{"a", 1, {2, 1}}}, {}}},
      {"a position twice", {"", {{"a", 1, {2, 2}}}, {}}},
      {"a length of over 32 bits", {"", {{"a", ~0U, {}}, {"b", 1, {}}}, {}}},
      {"slots out of order", {"", {}, {{2, "a"}, {1, "b"}}}},
      {"an empty value", {"", {}, {{2, ""}}}},
      {"the slot that means none", {"", {}, {{~0U, "a"}}}},
  };
  for (const auto& example : cases) {
    CAPTURE(example.why);
    const TemporaryFolder folder;
    CHECK_THROWS_AS(build_in_bulk(folder / "db", {example.document}, {}, {.lanes = 1}), BuildError);
  }
}
