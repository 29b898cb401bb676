// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_log.hpp"

#include <doctest/doctest.h>

using namespace kliping;
using namespace kliping::indexer;

namespace {

Diagnostic fault(const std::string& locator, std::size_t line, const std::string& message) {
  return {
      .locator = locator, .line = line, .message = kliping::Message::verbatim(message), .hint = {}};
}

RunRecord run(const std::string& verb, std::uint64_t added) {
  return {.verb = verb, .finished = "2026-01-01T00:00:00Z", .added = added, .reasons = {}};
}

}  // namespace

TEST_CASE("run log: reasons are counted up to their colon, with the first as example") {
  SkipTally tally;
  tally.add(fault("a.jsonl", 3, "not valid JSON: a string has no closing quote"));
  tally.add(fault("b.html", 0, "no title and no body"));
  tally.add(fault("a.jsonl", 9, "not valid JSON: a number is malformed"));
  const std::vector<SkipReason> expected = {{"not valid JSON", 2, "a.jsonl:3"},
                                            {"no title and no body", 1, "b.html"}};
  CHECK(tally.reasons() == expected);
}

TEST_CASE("run log: an archive of a thousand reasons does not fill the index") {
  SkipTally tally;
  for (int i = 0; i < 1000; ++i) tally.add(fault("a", 0, "alasan " + std::to_string(i)));
  CHECK(tally.reasons().size() < 30);
  std::uint64_t sum = 0;
  for (const SkipReason& reason : tally.reasons()) sum += reason.count;
  CHECK(sum == 1000);
}

TEST_CASE(
    "run log: the last run is first, the oldest are forgotten, and what is none is passed over") {
  std::string log = "not JSON";
  for (std::uint64_t i = 1; i <= 15; ++i) log = append_run(log, run("add", i));
  const std::vector<RunRecord> runs = read_run_log(log);
  REQUIRE(runs.size() == 10);
  CHECK(runs.front() == run("add", 15));
  CHECK(runs.back() == run("add", 6));
  CHECK(read_run_log(R"([{"verb":1}, 7, {"verb":"add","added":2}])").size() == 1);
}

TEST_CASE("run log: a run that changes nothing is noted only when it passed over something new") {
  RunRecord faulty = run("add", 0);
  faulty.skipped = 1;
  faulty.reasons = {{"empty", 1, "a.html"}};
  CHECK(is_worth_noting(run("add", 1), ""));
  CHECK(!is_worth_noting(run("add", 0), ""));
  CHECK(is_worth_noting(faulty, ""));
  CHECK(!is_worth_noting(faulty, append_run("", faulty)));
  CHECK(is_worth_noting(faulty, append_run("", run("add", 3))));
}
