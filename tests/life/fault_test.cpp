// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails, or the process dies, at one chosen call that writes. KLIPING_FAULTS=200 tries as
// many for each job and kind, KLIPING_SEED repeats a run.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <csignal>
#include <fstream>
#include <random>

#include "workshop.hpp"

using namespace kliping::test;

namespace {

constexpr unsigned usual_faults = 1;

std::string with_shim(const std::string& command, const std::string& settings) {
  // The shell itself must not meet the faults.
  const std::string exec = "exec ";
  const auto at = command.find(exec) + exec.size();
  return command.substr(0, at) + "env " + settings + " LD_PRELOAD=" KLIPING_FAULT_SHIM " " +
         command.substr(at);
}

unsigned calls_of(Workshop& workshop, const Job& job, const TemporaryFolder& folder) {
  const std::string count = folder / "count";
  const std::string command =
      workshop.command(job, workshop.prepare(job), folder / "laporan.jsonl");
  const Output run = run_shell(with_shim(command, "KLIPING_FAULT_COUNT=" + count));
  INFO(run.err);
  REQUIRE(run.status == 0);
  unsigned calls = 0;
  std::ifstream(count) >> calls;
  return calls;
}

void check_status(const std::string& kind, const Output& run) {
  INFO(run.err);
  if (kind == "kill") {
    CHECK(run.status == 128 + SIGKILL);
    return;
  }
  // A fault of what is only a courtesy, the holder's name in the lock say, costs nothing.
  const bool told = run.status == 2 && run.err.find("error: ") != std::string::npos;
  const bool harmless = run.status == 0;
  const bool expected = told || harmless;
  CHECK(expected);
}

}  // namespace

TEST_CASE("life: a failing disk costs the run, not the index") {
#ifdef KLIPING_SANITIZED
  MESSAGE("skipped: sanitizers want to be loaded first");
  return;
#endif
  Workshop workshop;
  const TemporaryFolder folder;
  const std::string report = folder / "laporan.jsonl";
  std::mt19937 random(seed());
  const unsigned faults = count_from("KLIPING_FAULTS", usual_faults);
  for (const Job& job : workshop.jobs()) {
    const unsigned calls = calls_of(workshop, job, folder);
    CHECK(calls > 5);
    for (const std::string kind : {"eio", "enospc", "kill"}) {
      for (unsigned fault = 0; fault < faults; ++fault) {
        std::filesystem::remove(report);
        const std::string database = workshop.prepare(job);
        const unsigned at = std::uniform_int_distribution<unsigned>(1, calls)(random);
        INFO("seed ", seed(), ", ", job.name, ", ", kind, " at call ", at, " of ", calls);
        const Output run = run_shell(
            with_shim(workshop.command(job, database, report),
                      fmt::format("KLIPING_FAULT_KIND={} KLIPING_FAULT_AT={}", kind, at)));
        check_status(kind, run);
        workshop.verify(job, database, report);
      }
    }
  }
}
