// SPDX-License-Identifier: GPL-3.0-or-later
#include "index_summary.hpp"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "database_folder.hpp"
#include "file_system.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/database.hpp"
#include "kliping/message.hpp"
#include "kliping/schema.hpp"

namespace kliping::indexer {

namespace {

Xapian::valueno slot(schema::Slot slot) {
  return static_cast<Xapian::valueno>(slot);
}

/// How often each value of a slot occurs, by `key_bytes` of its head.
std::map<std::string, std::uint64_t> count_values(const Xapian::Database& database,
                                                  Xapian::valueno value_slot,
                                                  std::size_t key_bytes) {
  std::map<std::string, std::uint64_t> counts;
  const auto end = database.valuestream_end(value_slot);
  for (auto value = database.valuestream_begin(value_slot); value != end; ++value) {
    ++counts[(*value).substr(0, key_bytes)];
  }
  return counts;
}

IndexSummary::Counts by_count(const std::map<std::string, std::uint64_t>& counts) {
  IndexSummary::Counts sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

std::uint64_t sum_of(const IndexSummary::Counts& counts) {
  std::uint64_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

/// The files of a database by what they hold; small ones are left out.
IndexSummary::Counts sizes_of(const std::filesystem::path& generation) {
  static constexpr std::pair<const char*, MessageText<0>> purposes[] = {
      {"docdata.glass", mark("stored text")},
      {"postlist.glass", mark("postings and values")},
      {"position.glass", mark("positions")},
      {"termlist.glass", mark("terms by article")}};
  IndexSummary::Counts sizes;
  for (const auto& [file, purpose] : purposes) {
    std::error_code absent;
    const std::uintmax_t size = std::filesystem::file_size(generation / file, absent);
    if (!absent) sizes.emplace_back(purpose.get(), size);
  }
  return sizes;
}

void summarize_dates(const Xapian::Database& database, IndexSummary& summary) {
  constexpr std::size_t year_bytes = 4;
  const Xapian::valueno day = slot(schema::Slot::day);
  std::map<std::string, std::uint64_t> years;
  const auto end = database.valuestream_end(day);
  for (auto value = database.valuestream_begin(day); value != end; ++value) {
    const std::string text = *value;
    if (summary.first.empty() || text < summary.first) summary.first = text;
    if (text > summary.last) summary.last = text;
    ++years[text.substr(0, year_bytes)];
  }
  summary.years.assign(years.begin(), years.end());
  summary.undated = summary.articles - sum_of(summary.years);
}

IndexSummary read_summary(const Xapian::Database& database) {
  IndexSummary summary;
  summary.articles = database.get_doccount();
  summarize_dates(database, summary);
  summary.sources = by_count(count_values(database, slot(schema::Slot::source), std::string::npos));
  summary.sourceless = summary.articles - sum_of(summary.sources);
  summary.uuid = database.get_uuid();
  summary.revision = database.get_revision();
  summary.schema = database.get_metadata(std::string{schema::metadata::version});
  summary.fingerprint = database.get_metadata(std::string{schema::metadata::analysis});
  summary.own_rules = summary.fingerprint == Analyzer(stored_word_lists(database)).fingerprint();
  summary.positions = stored_positions(database);
  summary.runs = read_run_log(database.get_metadata(std::string{schema::metadata::runs}));
  return summary;
}

}  // namespace

IndexSummary summarize(const std::string& path) {
  const Xapian::Database database = open_for_reading({path}, AnalysisRule::any);
  try {
    IndexSummary summary = read_summary(database);
    const std::filesystem::path generation = tables_in_use(path);
    summary.bytes = folder_bytes(generation);
    summary.sizes = sizes_of(generation);
    return summary;
  } catch (const Xapian::Error& error) {
    throw translate(error, path);
  }
}

}  // namespace kliping::indexer
