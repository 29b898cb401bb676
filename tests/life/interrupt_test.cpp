// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <csignal>
#include <random>

#include "lock_file.hpp"
#include "workshop.hpp"

using namespace kliping::test;

namespace {

/// A pipe with a name, from which nothing comes and no end.
class SilentPipe {
 public:
  explicit SilentPipe(const std::string& path) {
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    descriptor_ = open(path.c_str(), O_RDWR | O_CLOEXEC);
  }
  SilentPipe(const SilentPipe&) = delete;
  SilentPipe& operator=(const SilentPipe&) = delete;
  ~SilentPipe() { close(descriptor_); }

 private:
  int descriptor_ = -1;
};

}  // namespace

TEST_CASE("interrupt: a signal ends the wait for a silent input, whenever it comes") {
  Workshop workshop;
  const SilentPipe pipe(workshop.files() + "/pipa");
  const Job& job = workshop.jobs()[2];
  std::mt19937 random(seed());
  Deafness deafness;
  for (int round = 0; round < 15; ++round) {
    const std::string database = workshop.prepare(job);
    const std::chrono::microseconds delay(std::uniform_int_distribution<long>(0, 60'000)(random));
    const int status = run_and_signal(fmt::format("cd {} && exec {} add -q -d {} pipa",
                                                  workshop.files(), KLIPING_INDEX, database),
                                      delay, SIGTERM);
    INFO("seed ", seed(), ", round ", round, ", after ", delay.count(), " µs: ", status);
    const bool expected = status == 128 + SIGTERM || deafness.bears(status);
    CHECK(expected);
  }
}

TEST_CASE("interrupt: a signal ends the wait for the lock") {
  Workshop workshop;
  const std::string database = workshop.prepare(workshop.jobs()[2]);
  const kliping::indexer::LockFile held(database + "/lock", database, {});
  for (const char* const verb : {"add lama.jsonl -d", "compact -d", "remove lama-1 -d"}) {
    for (const int signal : {SIGINT, SIGTERM}) {
      INFO(verb, ", signal ", signal);
      const int status =
          run_and_signal(fmt::format("cd {} && exec {} {} {} --wait-lock=60", workshop.files(),
                                     KLIPING_INDEX, verb, database),
                         std::chrono::seconds(1), signal);
      CHECK(status == 128 + signal);
    }
  }
}

TEST_CASE("interrupt: a sync that is interrupted removes nothing") {
  Workshop workshop;
  const SilentPipe pipe(workshop.files() + "/pipa");
  const Job& job = workshop.jobs()[3];
  const std::string database = workshop.prepare(job);
  const int status =
      run_and_signal(fmt::format("cd {} && exec {} sync -q --max-delete=100% -d {} arsip pipa",
                                 workshop.files(), KLIPING_INDEX, database),
                     std::chrono::seconds(2), SIGINT);
  CHECK(status == 128 + SIGINT);
  const auto now = ids_in(database);
  for (const std::string& id : job.before) CHECK(now.count(id) == 1);
  CHECK_MESSAGE(now.size() > job.before.size(), "what it had read is there");
}

TEST_CASE("interrupt: the first signal is noted, the second ends the process at once") {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    using namespace kliping::indexer;
    interrupt::install();
    raise(SIGINT);
    if (interrupt::noted() != SIGINT) _exit(1);
    raise(SIGINT);
    _exit(2);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 128 + SIGINT);
}
