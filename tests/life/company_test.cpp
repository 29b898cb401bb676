// SPDX-License-Identifier: GPL-3.0-or-later
// Searches go on while the index is written, and never fail for it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "workshop.hpp"

using namespace kliping::test;

namespace {

/// Everything that changes an index, round after round; empty, or what failed.
std::string write_on(const std::string& files, const std::string& database, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const std::string mark = fmt::format("tanda{}", round);
    std::ofstream(files + "/putaran.jsonl") << articles("lama", 0, 60, mark);
    for (const std::string& verb :
         {std::string{"add -q putaran.jsonl -d "}, std::string{"compact -q -d "},
          std::string{"remove -q lama-7 -d "}, std::string{"add -q --force lama.jsonl -d "},
          fmt::format("merge -q -o gabung{}.db dasar.db ", round)}) {
      const Output run =
          run_shell(fmt::format("cd {} && {} {}{}", files, KLIPING_INDEX, verb, database));
      if (run.status != 0) return verb + run.err;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("life: searches go on during add, remove, compact and merge") {
  constexpr int usual_rounds = 4;
  Workshop workshop;
  const std::string database = workshop.prepare(workshop.jobs()[2]);
  const TemporaryFolder folder;
  const std::string topics = folder / "topics";
  {
    std::ofstream queries(topics);
    for (int i = 0; i < 200; ++i) queries << fmt::format("{}\tkata{} kabar\n", i, i * 5 % 997);
  }
  std::string fault;
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    fault = write_on(workshop.files(), database,
                     static_cast<int>(count_from("KLIPING_ROUNDS", usual_rounds)));
    done = true;
  });
  unsigned searches = 0;
  while (!done) {
    for (const std::string& search : {std::string{" --json --all kabar"}, std::string{" -c kabar"},
                                      " --queries=" + topics + " --format=trec --op=or"}) {
      const Output run = run_shell(KLIPING_SEARCH " -d " + database + search);
      INFO(search);
      INFO(run.err);
      CHECK(run.status == 0);
      ++searches;
    }
    const Output told = run_shell(KLIPING_INDEX " info -d " + database);
    INFO(told.err);
    CHECK(told.status == 0);
  }
  writer.join();
  CHECK(fault == "");
  CHECK(searches > 3);
  MESSAGE(searches, " searches meanwhile");
}
