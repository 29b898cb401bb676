// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_log.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <ctime>

#include "kliping/schema.hpp"
#include "run_log_json.hpp"

namespace kliping::indexer {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kept_runs = 10;
/// More than anyone reads; a hostile archive could bring any number.
constexpr std::size_t most_reasons = 20;
constexpr const char* other_reasons = "other reasons";

std::string as_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

RunRecord from_json(const Json& value) {
  RunRecord run{.verb = value.value("verb", ""),
                .finished = value.value("finished", ""),
                .added = value.value("added", std::uint64_t{0}),
                .updated = value.value("updated", std::uint64_t{0}),
                .unchanged = value.value("unchanged", std::uint64_t{0}),
                .removed = value.value("removed", std::uint64_t{0}),
                .skipped = value.value("skipped", std::uint64_t{0}),
                .reasons = {}};
  for (const Json& reason : value.value("reasons", Json::array())) {
    run.reasons.push_back({reason.value("reason", ""), reason.value("count", std::uint64_t{0}),
                           reason.value("example", "")});
  }
  return run;
}

}  // namespace

nlohmann::ordered_json as_json(const RunRecord& run) {
  Json reasons = Json::array();
  for (const auto& [reason, count, example] : run.reasons) {
    reasons.push_back({{"reason", reason}, {"count", count}, {"example", example}});
  }
  return {{"verb", run.verb},       {"finished", run.finished},     {"added", run.added},
          {"updated", run.updated}, {"unchanged", run.unchanged},   {"removed", run.removed},
          {"skipped", run.skipped}, {"reasons", std::move(reasons)}};
}

void SkipTally::add(const Diagnostic& diagnostic) {
  std::string reason = diagnostic.message.english();
  reason.resize(std::min(reason.size(), reason.find(": ")));
  if (!by_reason_.contains(reason) && by_reason_.size() >= most_reasons) reason = other_reasons;
  SkipReason& entry = by_reason_[reason];
  if (entry.count++ > 0) return;
  entry.reason = reason;
  entry.example = diagnostic.line == 0 ? diagnostic.locator
                                       : fmt::format("{}:{}", diagnostic.locator, diagnostic.line);
}

std::vector<SkipReason> SkipTally::reasons() const {
  std::vector<SkipReason> sorted;
  for (const auto& [key, entry] : by_reason_) sorted.push_back(entry);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const SkipReason& a, const SkipReason& b) { return a.count > b.count; });
  return sorted;
}

std::vector<RunRecord> read_run_log(std::string_view log) {
  std::vector<RunRecord> runs;
  const Json parsed = Json::parse(log, nullptr, false);
  if (!parsed.is_array()) return runs;
  for (const Json& value : parsed) {
    try {
      runs.push_back(from_json(value));
    } catch (const Json::exception&) {
      // Another version's, or damaged: it tells of the past and nothing hangs on it.
    }
  }
  return runs;
}

std::string append_run(std::string_view log, const RunRecord& run) {
  Json runs = Json::array({as_json(run)});
  for (const RunRecord& earlier : read_run_log(log)) {
    if (runs.size() < kept_runs) runs.push_back(as_json(earlier));
  }
  return as_text(runs);
}

bool is_worth_noting(const RunRecord& run, std::string_view log) {
  if (run.added + run.updated + run.removed > 0) return true;
  if (run.skipped == 0) return false;
  const std::vector<RunRecord> earlier = read_run_log(log);
  return earlier.empty() || earlier.front().reasons != run.reasons;
}

std::string run_log_of(const std::filesystem::path& database) {
  return Xapian::Database(database.string()).get_metadata(std::string{schema::metadata::runs});
}

std::string now_in_utc() {
  return fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace kliping::indexer
