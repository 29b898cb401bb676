// SPDX-License-Identifier: GPL-3.0-or-later
#include "index_summary.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "database_folder.hpp"
#include "file_system.hpp"
#include "kliping/database.hpp"
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
}

IndexSummary read_summary(const Xapian::Database& database) {
  IndexSummary summary;
  summary.articles = database.get_doccount();
  summarize_dates(database, summary);
  summary.sources = by_count(count_values(database, slot(schema::Slot::source), std::string::npos));
  summary.uuid = database.get_uuid();
  summary.revision = database.get_revision();
  summary.schema = database.get_metadata(std::string{schema::metadata::version});
  summary.fingerprint = database.get_metadata(std::string{schema::metadata::analysis});
  return summary;
}

}  // namespace

IndexSummary summarize(const std::string& path) {
  const Xapian::Database database = open_for_reading({path});
  try {
    IndexSummary summary = read_summary(database);
    summary.bytes =
        folder_bytes(std::filesystem::path(path) / generation_name(published_generation(path)));
    return summary;
  } catch (const Xapian::Error& error) {
    throw translate(error, path);
  }
}

}  // namespace kliping::indexer
