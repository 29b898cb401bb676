// SPDX-License-Identifier: GPL-3.0-or-later
// Readers beside an indexer that commits every second: no error, and each of them sees one state of
// the archive. KLIPING_SOAK_SECONDS makes it last (a few seconds otherwise).
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "process.hpp"

using namespace kliping::test;

namespace {

using std::chrono::steady_clock;

constexpr int articles_a_batch = 20;
constexpr int readers = 2;

/// A batch of articles, and the first of all batches again with another body: each commit adds,
/// replaces and leaves the same number of them with the word of the replaced one.
std::string batch(int number) {
  std::string lines;
  for (int i = 0; i < articles_a_batch; ++i) {
    const std::string id = std::to_string(number) + "-" + std::to_string(i);
    lines += R"({"id":"a)" + id + R"(","title":"Banjir ke-)" + id +
             R"(","body":"Warga mengungsi karena banjir, kata petugas nomor )" + id +
             R"(."})"
             "\n";
  }
  return lines + R"({"id":"tetap","title":"Penghitung","body":"Sekarang penanda )" +
         std::to_string(number) +
         R"( berlaku."})"
         "\n";
}

struct Tally {
  std::atomic<int> commits = 0;
  std::atomic<int> searches = 0;
  std::atomic<int> faults = 0;
};

/// Searches until `stop`: whole batches are there, and one article alone has the word that every
/// commit moves.
void read_on(const std::string& archive, const std::atomic<bool>& stop, Tally& tally) {
  // On a busy machine a reader may see more than the usual three commits in one search.
  const std::string search = KLIPING_SEARCH " --retries=100 -d '" + archive + "' ";
  while (!stop) {
    const Output all = run_shell(search + "-c banjir");
    const Output one = run_shell(search + "--json penanda");
    const Output page = run_shell(search + "--json --facet=year banjir petugas warga");
    const bool whole = all.status == 0 && std::stoi("0" + all.out) % articles_a_batch == 0;
    const bool single = one.status == 0 && one.out.find("\"rank\":2") == std::string::npos;
    const bool quiet = all.err.empty() && one.err.empty() && page.err.empty();
    if (!whole || !single || page.status != 0 || !quiet) {
      ++tally.faults;
      MESSAGE(all.out << all.err << one.out << one.err << page.err);
    }
    tally.searches += 3;
  }
}

}  // namespace

TEST_CASE("soak: readers beside an indexer that commits every second") {
  const char* const asked = std::getenv("KLIPING_SOAK_SECONDS");
  const std::chrono::seconds length(asked ? std::stoi(asked) : 4);
  const TemporaryFolder folder;
  const std::string archive = folder / "arsip.db";
  const auto add = [&](int number) {
    std::ofstream(folder / "batch.jsonl") << batch(number);
    const Output added =
        run_shell(KLIPING_INDEX " add -q -d '" + archive + "' '" + folder / "batch.jsonl" + "'");
    INFO(added.err);
    CHECK(added.status == 0);
  };
  add(0);
  std::atomic<bool> stop = false;
  Tally tally;
  std::vector<std::thread> threads;
  for (int i = 0; i < readers; ++i) {
    threads.emplace_back([&] { read_on(archive, stop, tally); });
  }
  const auto start = steady_clock::now();
  for (int number = 1; steady_clock::now() - start < length; ++number) {
    add(number);
    ++tally.commits;
    std::this_thread::sleep_until(start + std::chrono::seconds(number));
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  MESSAGE(tally.commits.load() << " commits, " << tally.searches.load() << " searches, "
                               << tally.faults.load() << " faults");
  CHECK(tally.faults == 0);
  CHECK(tally.searches > 0);
}
