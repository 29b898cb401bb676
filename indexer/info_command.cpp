// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "amounts.hpp"
#include "command_support.hpp"
#include "commands.hpp"
#include "index_summary.hpp"
#include "kliping/command.hpp"
#include "kliping/language.hpp"
#include "run_log_json.hpp"

namespace kliping::indexer {

namespace {

using Json = nlohmann::ordered_json;

Json as_object(const IndexSummary::Counts& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

Json day_or_null(const std::string& day) {
  return day.empty() ? Json(nullptr) : Json(day);
}

Json as_list(const std::vector<RunRecord>& runs) {
  Json list = Json::array();
  for (const RunRecord& run : runs) list.push_back(as_json(run));
  return list;
}

std::string as_json(const IndexSummary& summary) {
  const Json object{{"articles", summary.articles},
                    {"first", day_or_null(summary.first)},
                    {"last", day_or_null(summary.last)},
                    {"sources", as_object(summary.sources)},
                    {"years", as_object(summary.years)},
                    {"bytes", summary.bytes},
                    {"uuid", summary.uuid},
                    {"revision", summary.revision},
                    {"schema", std::atoi(summary.schema.c_str())},
                    {"fingerprint", summary.fingerprint},
                    {"positions", summary.positions == Positions::kept},
                    {"undated", summary.undated},
                    {"sourceless", summary.sourceless},
                    {"sizes", as_object(summary.sizes)},
                    {"runs", as_list(summary.runs)}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Of the names on the left, in any language.
constexpr int name_columns = 13;
constexpr int count_columns = 12;

std::string line(const std::string& name, const std::string& value) {
  return fmt::format("{:<{}}{}\n", name, name_columns, value);
}

/// The rest of a long list is one line; --json has it whole.
std::string counts_block(const std::string& title, const IndexSummary::Counts& counts,
                         std::uint64_t without, const std::string& without_name) {
  constexpr std::size_t most_lines = 40;
  if (counts.empty()) return {};
  std::string block = fmt::format("\n{}\n", title);
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i >= most_lines) {
      rest += counts[i].second;
    } else {
      block += fmt::format("{:>{}}  {}\n", grouped(counts[i].second), count_columns,
                           command::visible(counts[i].first));
    }
  }
  if (rest > 0) {
    block += fmt::format("{:>{}}  {}\n", grouped(rest), count_columns,
                         tr(message("in {} more", counts.size() - most_lines)));
  }
  if (without > 0) {
    block += fmt::format("{:>{}}  {}\n", grouped(without), count_columns, without_name);
  }
  return block;
}

std::string sizes_block(const IndexSummary& summary) {
  std::string block = line(tr("size"), megabytes(summary.bytes));
  for (const auto& [purpose, bytes] : summary.sizes) {
    block +=
        fmt::format("{:>{}}  {}\n", megabytes(bytes), name_columns + count_columns, tr(purpose));
  }
  return block;
}

/// `2026-11-22T10:03:22Z` as `2026-11-22 10:03 UTC`.
std::string moment(const std::string& iso) {
  constexpr std::size_t day_bytes = 10;
  constexpr std::size_t minute_end = 16;
  if (iso.size() < minute_end) return iso;
  return fmt::format("{} {} UTC", iso.substr(0, day_bytes),
                     iso.substr(day_bytes + 1, minute_end - day_bytes - 1));
}

std::string runs_block(const std::vector<RunRecord>& runs) {
  if (runs.empty()) return {};
  std::string block = '\n' + tr("last runs") + '\n';
  for (const RunRecord& run : runs) {
    block += fmt::format("  {}  {:<7}", moment(run.finished), run.verb);
    for (const auto& [text, count] : {std::pair{mark("added"), run.added},
                                      {mark("updated"), run.updated},
                                      {mark("removed"), run.removed},
                                      {mark("skipped"), run.skipped}}) {
      if (count > 0) block += fmt::format(" {} {}", tr(text.get()), grouped(count));
    }
    block += '\n';
    for (const SkipReason& reason : run.reasons) {
      // Stored in English; most are messages without values.
      const std::string why = tr(reason.reason);
      block += fmt::format("{:>{}}  {}\n", grouped(reason.count), count_columns,
                           command::visible(tr(message("{}, as {}", why, reason.example))));
    }
  }
  return block;
}

std::string as_page(const IndexSummary& summary) {
  std::string page = line(tr("articles"), grouped(summary.articles));
  if (!summary.first.empty()) {
    page += line(tr("dates"), tr(message("{} to {}", summary.first, summary.last)));
  }
  page += sizes_block(summary);
  if (summary.positions == Positions::dropped)
    page += line(tr("positions"), tr("none: no phrases, no DEKAT"));
  page += line("uuid", summary.uuid);
  page += line(tr("revision"), std::to_string(summary.revision));
  page += line(tr("format"), summary.schema);
  page += line(tr("fingerprint"),
               tr(summary.own_rules
                      ? Message::verbatim(summary.fingerprint)
                      : message("{} (not this program's language rules)", summary.fingerprint)));
  page +=
      counts_block(tr("by source"), summary.sources, summary.sourceless, tr("without a source"));
  page += counts_block(tr("by year"), summary.years, summary.undated, tr("without a date"));
  return page + runs_block(summary.runs);
}

}  // namespace

ExitCode run_info(const InfoOptions& options) {
  const IndexSummary summary = summarize(database_path(options.database));
  const bool json = options.output == InfoOptions::Output::json;
  std::fputs((json ? as_json(summary) : as_page(summary)).c_str(), stdout);
  return ExitCode::success;
}

}  // namespace kliping::indexer
