// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/glass/builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
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

/// What xapian-check says. An empty table is `void` or not by what was written to others.
std::string checked(const std::string& database) {
  std::string said = run_shell("xapian-check '" + database + "' F").out;
  for (auto at = said.find("void "); at != said.npos; at = said.find("void ")) said.erase(at, 5);
  return said;
}

/// The same documents built both ways.
class Pair {
 public:
  Pair(const Documents& documents, const Metadata& metadata, const Way& way) {
    build_by_xapian(expected_path(), documents, metadata, way);
    summary_ = build_in_bulk(actual_path(), documents, metadata, way);
  }

  std::string expected_path() const { return folder_ / "expected"; }
  std::string actual_path() const { return folder_ / "actual"; }
  const BuildSummary& summary() const { return summary_; }

  void check_equal() const { check_equal(expected_path(), actual_path()); }

  static void check_equal(const std::string& expected_path, const std::string& actual_path) {
    const Xapian::Database expected(expected_path);
    const Xapian::Database actual(actual_path);
    constexpr unsigned queries = 60;
    CHECK(fmt::format("{}", fmt::join(differences(expected, actual), "\n")) == "");
    CHECK(fmt::format("{}", fmt::join(query_differences(expected, actual, queries, 7), "\n")) ==
          "");
  }

  /// Xapian's check of the whole database says of ours what it says of its own: it complains of
  /// documents that have positions and no length.
  void check_structure() const { CHECK(checked(actual_path()) == checked(expected_path())); }

 private:
  TemporaryFolder folder_;
  BuildSummary summary_;
};

/// Free bytes of the fullest leaf of a table.
std::size_t least_room(const std::string& table, std::size_t block_bytes) {
  const std::string file = kliping::test::read_file(table);
  std::size_t least = block_bytes;
  for (std::size_t at = 0; at < file.size(); at += block_bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(file[at + i]); };
    if (byte(4) == 0) least = std::min<std::size_t>(least, byte(5) * 256U + byte(6));
  }
  return least;
}

/// Items of a table whose keys begin so, and how many of them are a piece of something. As
/// lib/glass/table_writer.hpp tells.
struct Items {
  std::size_t all = 0;
  std::size_t pieces = 0;
};

Items items_under(const std::string& table, std::size_t block_bytes, std::string_view prefix) {
  const std::string file = kliping::test::read_file(table);
  Items items;
  for (std::size_t at = 0; at < file.size(); at += block_bytes) {
    const std::string_view block = std::string_view(file).substr(at, block_bytes);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(block[i]); };
    const auto number = [&](std::size_t i) { return std::size_t{byte(i)} << 8 | byte(i + 1); };
    if (byte(4) != 0) continue;
    for (std::size_t entry = 11; entry < number(9); entry += 2) {
      const std::size_t item = number(entry);
      if (!block.substr(item + 3, byte(item + 2)).starts_with(prefix)) continue;
      ++items.all;
      constexpr unsigned whole = 0x60;
      items.pieces += (byte(item) & whole) != whole;
    }
  }
  return items;
}

}  // namespace

TEST_CASE("glass: a database built in bulk answers as Xapian's own does, whatever the blocks") {
  struct Case {
    const char* why;
    Way way;
  };
  const Case cases[] = {
      {"the usual", {}},
      {"smallest blocks", {.block_bytes = 2048}},
      {"largest blocks", {.block_bytes = 65536}},
      {"one lane, one batch", {.lanes = 1, .batch_documents = 1'000'000}},
      {"many lanes, a batch a document", {.lanes = 5, .batch_documents = 1}},
      {"docids past 127", {.first_docid = 120}},
      {"docids of two bytes and of three", {.first_docid = 32'768 - 30}},
      {"docids of three bytes and of four", {.first_docid = (1U << 22) - 30}},
      {"docids of four bytes and of five", {.first_docid = (1U << 29) - 30}},
      {"the last docids", {.first_docid = ~0U - 140}},
  };
  const Metadata metadata{
      {"k", "v"}, {"empty", ""}, {std::string("\0z", 2), std::string(9000, 'm')}};
  for (const auto& example : cases) {
    CAPTURE(example.why);
    const Pair pair(odd_documents(), metadata, example.way);
    pair.check_equal();
    // The check holds a number for every docid up to the last.
    if (example.way.first_docid <= 1U << 22) pair.check_structure();
  }
}

TEST_CASE("glass: no documents at all") {
  const Pair pair({}, {}, {});
  pair.check_equal();
  pair.check_structure();
  const Pair with_metadata({}, {{"k", "v"}}, {});
  with_metadata.check_equal();
  with_metadata.check_structure();
  const Pair empty_documents(Documents(3), {}, {});
  empty_documents.check_equal();
  empty_documents.check_structure();
}

TEST_CASE("glass: many small runs make what one large run makes") {
  std::mt19937 random(11);
  const Documents documents =
      random_documents({.documents = 3'000, .vocabulary = 4'000, .max_words = 400}, random);
  for (const unsigned lanes : {1U, 3U}) {
    CAPTURE(lanes);
    const Pair pair(documents, {}, {.memory_bytes = 1, .lanes = lanes, .batch_documents = 50});
    pair.check_equal();
    pair.check_structure();
  }
}

TEST_CASE("glass: Xapian's own tools say the same of a database, whoever built it") {
  std::mt19937 random(3);
  const Documents documents =
      random_documents({.documents = 300, .vocabulary = 200, .max_words = 80}, random);
  const Pair pair(documents, {}, {});
  const auto said = [](const std::string& command, const std::string& database) {
    const auto result = run_shell(command + " '" + database + "' | grep -av UUID");
    CHECK(result.out.size() > 100);
    return result.out;
  };
  const auto longest = std::ranges::max_element(
      documents, {}, [](const OwnedDocument& document) { return document.terms.size(); });
  const std::string some_term = longest->terms.front().term;
  const std::string other_term = longest->terms.back().term;
  for (const std::string& command :
       {std::string{"xapian-delve"}, std::string{"xapian-delve -1 -a -v"},
        "xapian-delve -1 -v -t " + some_term, std::string{"xapian-delve -1 -v -r 7"},
        "quest -s none -m 300 '" + some_term + " OR " + other_term + "' -d"}) {
    CAPTURE(command);
    CHECK(said(command, pair.actual_path()) == said(command, pair.expected_path()));
  }
}

TEST_CASE("glass: leaves that later writes go into keep a little room") {
  constexpr std::uint32_t block_bytes = 8192;
  const TemporaryFolder folder;
  std::mt19937 random(5);
  const Documents documents =
      random_documents({.documents = 2'000, .vocabulary = 3'000, .max_words = 300}, random);
  build_in_bulk(folder / "it", documents, {}, {.block_bytes = block_bytes});
  CHECK(least_room(folder / "it/position.glass", block_bytes) >= block_bytes / 64);
  CHECK(least_room(folder / "it/postlist.glass", block_bytes) >= block_bytes / 64);
  CHECK(least_room(folder / "it/termlist.glass", block_bytes) < block_bytes / 64);
}

TEST_CASE("glass: values and lengths are looked up in one block") {
  constexpr std::uint32_t block_bytes = 8192;
  constexpr std::size_t signature_bytes = 66;
  const TemporaryFolder folder;
  std::mt19937 random(6);
  Documents documents = random_documents({.documents = 3'000, .max_words = 300}, random);
  for (OwnedDocument& document : documents)
    document.values = {{7, std::string(signature_bytes, 's')}};
  build_in_bulk(folder / "it", documents, {}, {.block_bytes = block_bytes});
  for (const std::string_view prefix :
       {std::string_view{"\0\xD8\x07", 3}, std::string_view{"\0\xE0", 2}}) {
    const Items items = items_under(folder / "it/postlist.glass", block_bytes, prefix);
    CHECK(items.all > 3);
    CHECK(items.pieces == 0);
  }
}

TEST_CASE("glass: random corpora are built as Xapian builds them") {
  constexpr unsigned rounds = 60;
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  for (unsigned round = 0; round < rounds; ++round) {
    CAPTURE(seed);
    CAPTURE(round);
    const Shape shape = random_shape(random);
    Way way;
    way.block_bytes = 2048U << (random() % 6);
    way.lanes = 1 + static_cast<unsigned>(random() % 3);
    way.batch_documents = 1 + random() % 40;
    const Pair pair(random_documents(shape, random), {}, way);
    pair.check_equal();
    pair.check_structure();
  }
}
