// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "commands.hpp"
#include "index_summary.hpp"

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
                    {"fingerprint", summary.fingerprint}};
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string counts_block(std::string_view title, const IndexSummary::Counts& counts) {
  if (counts.empty()) return {};
  std::string block = fmt::format("\n{}\n", title);
  for (const auto& [name, count] : counts) block += fmt::format("{:>12}  {}\n", count, name);
  return block;
}

std::string as_page(const IndexSummary& summary) {
  std::string page = fmt::format("articles     {}\n", summary.articles);
  if (!summary.first.empty()) {
    page += fmt::format("dates        {} to {}\n", summary.first, summary.last);
  }
  page += fmt::format("size         {:.1f} MB\n", static_cast<double>(summary.bytes) / 1e6);
  page += fmt::format("uuid         {}\n", summary.uuid);
  page += fmt::format("revision     {}\n", summary.revision);
  page += fmt::format("format       {}\n", summary.schema);
  page += fmt::format("fingerprint  {}\n", summary.fingerprint);
  page += counts_block("by source", summary.sources);
  page += counts_block("by year", summary.years);
  return page;
}

}  // namespace

ExitCode run_info(const InfoOptions& options) {
  const IndexSummary summary = summarize(database_path(options.database));
  const bool json = options.output == InfoOptions::Output::json;
  std::fputs((json ? as_json(summary) : as_page(summary)).c_str(), stdout);
  return ExitCode::success;
}

}  // namespace kliping::indexer
