// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments. KLIPING_KILLS=200 kills as often; KLIPING_SEED repeats a run.
#include <doctest/doctest.h>

#include <csignal>
#include <random>

#include "workshop.hpp"

using namespace kliping::test;

namespace {

constexpr unsigned usual_kills = 14;

std::chrono::microseconds time_of(Workshop& workshop, const Job& job, const std::string& report) {
  const auto start = std::chrono::steady_clock::now();
  const Output run = run_shell(workshop.command(job, workshop.prepare(job), report));
  INFO(run.err);
  REQUIRE(run.status == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                               start);
}

}  // namespace

TEST_CASE("life: a writer killed at any moment leaves a sound index, and the next one finishes") {
  Workshop workshop;
  const TemporaryFolder folder;
  const std::string report = folder / "laporan.jsonl";
  std::mt19937 random(seed());
  const unsigned kills = count_from("KLIPING_KILLS", usual_kills);
  std::vector<std::chrono::microseconds> times;
  for (const Job& job : workshop.jobs()) times.push_back(time_of(workshop, job, report));

  unsigned in_time = 0;
  for (unsigned kill = 0; kill < kills; ++kill) {
    const std::size_t which = kill % workshop.jobs().size();
    const Job& job = workshop.jobs()[which];
    std::filesystem::remove(report);
    const std::string database = workshop.prepare(job);
    const std::chrono::microseconds delay(
        std::uniform_int_distribution<long>(0, static_cast<long>(times[which].count()))(random));
    const int status = run_and_signal(workshop.command(job, database, report), delay, SIGKILL);
    INFO("seed ", seed(), ", kill ", kill, ", ", job.name, ", after ", delay.count(), " µs");
    in_time += status == 128 + SIGKILL;
    workshop.verify(job, database, report);
  }
  MESSAGE(in_time, " of ", kills, " killed before they were done; seed ", seed());
  CHECK(in_time > kills / 4);
}

TEST_CASE("life: SIGTERM at any moment commits what is complete, and says so") {
  Workshop workshop;
  const TemporaryFolder folder;
  const std::string report = folder / "laporan.jsonl";
  std::mt19937 random(seed());
  const unsigned kills = count_from("KLIPING_KILLS", usual_kills) / 2;
  const Job& job = workshop.jobs()[2];
  const auto time = time_of(workshop, job, report);
  Deafness deafness;
  for (unsigned kill = 0; kill < kills; ++kill) {
    std::filesystem::remove(report);
    const std::string database = workshop.prepare(job);
    const std::chrono::microseconds delay(
        std::uniform_int_distribution<long>(0, static_cast<long>(time.count()))(random));
    const int status = run_and_signal(workshop.command(job, database, report), delay, SIGTERM);
    INFO("seed ", seed(), ", signal ", kill, ", after ", delay.count(), " µs: ", status);
    const bool expected = status == 0 || status == 128 + SIGTERM || deafness.bears(status);
    CHECK(expected);
    workshop.verify(job, database, report);
  }
}
