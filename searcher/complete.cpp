// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/complete.hpp"

#include "query/field_names.hpp"
#include "search/field_values.hpp"

namespace kliping::searcher {

namespace {

/// More completions are too many to choose from.
constexpr std::size_t most_values = 500;

/// A value as a query needs it, in quotes if it has spaces. In a filter it needs none.
std::string written(const std::string& value, char separator) {
  const bool quoted = separator == ':' && value.find(' ') != std::string::npos;
  return quoted ? '"' + value + '"' : value;
}

}  // namespace

ExitCode complete(Archive& archive, const Options& options, const Streams& streams) {
  const std::string_view word = options.word_to_complete;
  const std::size_t end = word.find_first_of(":=");
  if (end == std::string_view::npos) return ExitCode::nothing_or_skipped;
  const schema::FieldInfo* const field = find_field(word.substr(0, end));
  if (field == nullptr) return ExitCode::nothing_or_skipped;
  std::string_view beginning = word.substr(end + 1);
  if (beginning.starts_with('"')) beginning.remove_prefix(1);
  const auto values = archive.read([&](const Xapian::Database& database) {
    return values_beginning(database, field->field, beginning, most_values);
  });
  for (const std::string& value : values) {
    streams.out(std::string{word.substr(0, end + 1)} + written(value, word[end]) + '\n');
  }
  return values.empty() ? ExitCode::nothing_or_skipped : ExitCode::success;
}

}  // namespace kliping::searcher
