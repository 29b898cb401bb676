// SPDX-License-Identifier: GPL-3.0-or-later
#include "choose_sink.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sys/stat.h>

#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "bulk_sink.hpp"
#include "glass/compare.hpp"
#include "process.hpp"
#include "segment_sink.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

/// The log of runs tells when, and must not tell databases apart.
std::string midnight() {
  return "2026-01-01T00:00:00Z";
}

AddTally add(const std::string& path, const std::vector<std::string>& inputs, WriterRule writer) {
  AddSettings settings{.inputs = inputs, .read = {}, .writer = writer, .jobs = 2, .max_errors = {}};
  settings.now = midnight;
  DatabaseFolder folder(path);
  return add_articles(folder, settings,
                      {.outcome = [](const Outcome&) {},
                       .diagnostic = [](const Diagnostic& said) { FAIL(said.message.english()); },
                       .read = [](std::size_t) {},
                       .interrupted = [] { return false; }});
}

std::string compare(const std::string& expected, const std::string& actual) {
  const Xapian::Database a(expected);
  const Xapian::Database b(actual);
  std::vector<std::string> found = glass::differences(a, b);
  for (std::string& more : glass::query_differences(a, b, 200, 9)) found.push_back(std::move(more));
  return fmt::format("{}", fmt::join(found, "\n"));
}

/// Articles of up to `most_words` pairs of words.
std::string lines(int first, int count, int most_words) {
  std::string text;
  std::string body;
  for (int i = 0; i < most_words; ++i) {
    body += fmt::format("kata{} memperkata{} ", i * 7 % 113, i % 307);
  }
  for (int i = first; i < first + count; ++i) {
    text += fmt::format("{{\"id\":\"n-{}\",\"title\":\"Kabar {}\",\"body\":\"{} {}\"}}\n", i, i,
                        body.substr(0, body.size() / (1 + i % 9)), i);
  }
  return text;
}

}  // namespace

TEST_CASE("bulk sink: articles come out as from Xapian's own writer") {
  const test::TemporaryFolder files;
  const std::string corpus = std::string(KLIPING_SOURCE_DIR) + "/corpus";
  std::ofstream(files / "n.jsonl") << lines(0, 300, 300) << lines(3, 2, 300);
  for (const auto& [path, writer] : {std::pair(files / "bulk.db", WriterRule::bulk_builder),
                                     std::pair(files / "xapian.db", WriterRule::xapian)}) {
    CHECK(add(path, {corpus, files / "n.jsonl"}, writer).added > 300);
  }
  CHECK(compare(files / "xapian.db", files / "bulk.db") == "");
  // Over an existing index, with articles that changed and articles that stay. Few and long: a
  // batch is built in bulk for its bytes, and compared by its postings.
  std::ofstream(files / "n.jsonl") << lines(100, 50, 300) << lines(250, 400, 5'000);
  for (const auto& [path, writer] : {std::pair(files / "bulk.db", WriterRule::bulk_builder),
                                     std::pair(files / "xapian.db", WriterRule::xapian)}) {
    const AddTally tally = add(path, {files / "n.jsonl"}, writer);
    CHECK(tally.added == 350);
    CHECK(tally.updated == 50);
    CHECK(tally.unchanged == 50);
    CHECK(published_generation(path) == 2);
  }
  CHECK(compare(files / "xapian.db", files / "bulk.db") == "");
}

TEST_CASE("bulk sink: any doubt, and Xapian's own writer does it, with a word why") {
  const test::TemporaryFolder files;
  DatabaseFolder folder(files / "berita.db");
  std::vector<std::string> said;
  const AddObserver observer{.outcome = {},
                             .diagnostic =
                                 [&said](const Diagnostic& diagnostic) {
                                   CHECK(diagnostic.severity == Diagnostic::Severity::warning);
                                   said.push_back(diagnostic.message.english());
                                 },
                             .read = {},
                             .interrupted = {}};
  AddSettings settings;
  CHECK(dynamic_cast<BulkSink*>(choose_large_sink(folder, settings, {}, observer).get()) !=
        nullptr);
  CHECK(said.empty());
  // A canary that cannot be built is as good a doubt as one that is built wrong.
  std::ofstream(folder.staging() / "canary") << "in the way";
  CHECK(dynamic_cast<SegmentSink*>(choose_large_sink(folder, settings, {}, observer).get()) !=
        nullptr);
  CHECK(said.size() == 1);
  settings.writer = WriterRule::xapian;
  CHECK(dynamic_cast<SegmentSink*>(choose_large_sink(folder, settings, {}, observer).get()) !=
        nullptr);
  CHECK(said.size() == 1);
}

TEST_CASE("bulk sink: a build that fails its check is made again by Xapian's own writer") {
  const test::TemporaryFolder files;
  std::ofstream(files / "n.jsonl") << lines(0, 50, 100);
  std::vector<std::string> said;
  int built = 0;
  const AddObserver observer{
      .outcome = [](const Outcome&) {},
      .diagnostic = [&said](const Diagnostic& heard) { said.push_back(heard.message.english()); },
      .read = [](std::size_t) {},
      .interrupted = [] { return false; },
      .built =
          [&built](const std::filesystem::path& database) {
            ++built;
            std::filesystem::resize_file(database / "position.glass", 8192);
          }};
  AddSettings settings{.inputs = {files / "n.jsonl"}, .read = {}};
  settings.now = midnight;
  {
    DatabaseFolder folder(files / "bulk.db");
    CHECK(add_articles(folder, settings, observer).added == 50);
    CHECK(built == 1);
    REQUIRE(said.size() == 1);
    CHECK(said.front().find("building it again") != std::string::npos);
    CHECK(!std::filesystem::exists(folder.staging()));
  }
  CHECK(add(files / "xapian.db", {files / "n.jsonl"}, WriterRule::xapian).added == 50);
  CHECK(compare(files / "xapian.db", files / "bulk.db") == "");
  // What came through a pipe cannot be read again: the run ends, and nothing is published.
  const std::string pipe = files / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::jthread writer([&] { std::ofstream(pipe) << lines(0, 50, 100); });
  settings.inputs = {pipe};
  DatabaseFolder folder(files / "other.db");
  CHECK_THROWS_AS(add_articles(folder, settings, observer), BuildInDoubt);
  CHECK(!folder.generation());
}
