// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <unordered_set>

#include "address.hpp"
#include "field_names.hpp"
#include "kliping/date.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// A column whose values are longer than this on average holds running text.
constexpr std::size_t running_text_bytes = 200;

constexpr int any_rank = std::numeric_limits<int>::max();

class Assignment {
 public:
  Assignment(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin)
      : sample_(sample), options_(options), origin_(origin), columns_(origin.columns) {
    origin_.column_fields.assign(columns_.size(), std::nullopt);
    for (const std::string& column : columns_) guesses_.push_back(guess_field(column));
  }

  void run() {
    for (const auto& [field, name] : options_.map)
      if (const auto known = field_of_name(field)) give(*known, column_named(name));
    for (const schema::FieldInfo& info : schema::fields)
      if (!has(info.field)) give(info.field, best(info.field, last_word_rank, {}));
    if (!has(Field::title)) give(Field::title, best(Field::title, lead_rank, {}));
    if (!has(Field::body)) give(Field::body, longest_column());
    const std::string prefix = title_prefix();
    for (const schema::FieldInfo& info : schema::fields)
      if (!has(info.field)) give(info.field, best(info.field, lead_rank, prefix));
    if (!has(Field::body)) give(Field::body, best(Field::body, any_rank, {}));
    drop_repeated_id();
  }

  using Column = std::optional<std::size_t>;

  /// The column that the user means: by its name, nearly so, or by its number.
  Column column_named(const std::string& name) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i] == name) return i;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (same_name(columns_[i], name)) return i;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool is_number = error == std::errc{} && end == name.data() + name.size();
    if (is_number && number >= 1 && number <= columns_.size()) return number - 1;
    return std::nullopt;
  }

  bool has(Field field) const {
    return std::find(origin_.column_fields.begin(), origin_.column_fields.end(), field) !=
           origin_.column_fields.end();
  }

 private:
  void give(Field field, Column column) {
    if (column && !origin_.column_fields[*column]) origin_.column_fields[*column] = field;
  }

  /// The free column that fits a field best by its name; a shared first word beats rank.
  Column best(Field field, int ranks_below, std::string_view prefix) const {
    Column found;
    int lowest = ranks_below;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto& guess = guesses_[i];
      if (!guess || guess->field != field || origin_.column_fields[i]) continue;
      const bool shares = !prefix.empty() && columns_[i].starts_with(prefix);
      const int rank = guess->rank - (shares ? last_word_rank : 0);
      if (rank >= lowest) continue;
      lowest = rank;
      found = i;
    }
    return found;
  }

  /// `blog_` of `blog_title`.
  std::string title_prefix() const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (origin_.column_fields[i] == Field::title)
        return columns_[i].substr(0, columns_[i].find_last_of("_-. ") + 1);
    return {};
  }

  Column longest_column() const {
    std::vector<std::size_t> bytes(columns_.size());
    for (const Record& record : sample_)
      for (std::size_t i = 0; i < std::min(bytes.size(), record.fields.size()); ++i)
        bytes[i] += record.fields[i].size();
    Column found;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (!origin_.column_fields[i] && bytes[i] > (found ? bytes[*found] : 0)) found = i;
    if (found && bytes[*found] < running_text_bytes * sample_.size())
      found = best(Field::body, lead_rank, {});
    return found;
  }

  /// What is the same in two rows tells no article from another, unless the user says it does.
  void drop_repeated_id() {
    const auto column =
        std::find(origin_.column_fields.begin(), origin_.column_fields.end(), Field::id);
    const auto is_id = [](const auto& mapped) { return field_of_name(mapped.first) == Field::id; };
    if (column == origin_.column_fields.end() ||
        std::any_of(options_.map.begin(), options_.map.end(), is_id))
      return;
    const auto index = static_cast<std::size_t>(column - origin_.column_fields.begin());
    std::unordered_set<std::string_view> seen;
    for (const Record& record : sample_)
      if (index < record.fields.size() && !seen.insert(record.fields[index]).second) {
        *column = std::nullopt;
        return;
      }
  }

  const std::vector<Record>& sample_;
  const ReadOptions& options_;
  Origin& origin_;
  const std::vector<std::string>& columns_;
  std::vector<std::optional<NameGuess>> guesses_;
};

/// What the values of a column without a name look like.
struct Values {
  std::size_t count = 0;
  std::size_t bytes = 0;
  std::size_t addresses = 0;
  std::size_t dates = 0;
  std::size_t phrases = 0;

  void take(std::string_view value) {
    constexpr std::size_t longest_date = 40;
    if (value.empty()) return;
    ++count;
    bytes += value.size();
    addresses += !host_of(value).empty();
    dates += value.size() <= longest_date && parse_date(value).has_value();
    phrases += value.find(' ') != value.npos;
  }
  std::size_t mean() const { return count == 0 ? 0 : bytes / count; }
  bool are_most(std::size_t some) const { return some * 2 > count; }
};

/// Tells the columns of a table without a header by their values: addresses, dates, the longest
/// phrases for texts and the longest of the others for titles.
void assign_by_values(const std::vector<Record>& sample, Origin& origin) {
  std::vector<Values> values(origin.columns.size());
  for (const Record& record : sample)
    for (std::size_t i = 0; i < std::min(values.size(), record.fields.size()); ++i)
      values[i].take(record.fields[i]);
  const auto give = [&](Field field, auto fits) {
    std::size_t found = values.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
      const bool is_better = found == values.size() || values[i].mean() > values[found].mean();
      if (!origin.column_fields[i] && values[i].count > 0 && is_better && fits(values[i]))
        found = i;
    }
    if (found < values.size()) origin.column_fields[found] = field;
  };
  give(Field::url, [](const Values& v) { return v.are_most(v.addresses); });
  give(Field::date, [](const Values& v) { return v.are_most(v.dates); });
  constexpr std::size_t fewest_text_bytes = 60;
  constexpr std::size_t fewest_title_bytes = 15;
  give(Field::body, [](const Values& v) {
    return v.are_most(v.phrases) && v.mean() >= fewest_text_bytes && !v.are_most(v.addresses);
  });
  give(Field::title, [](const Values& v) {
    return v.are_most(v.phrases) && v.mean() >= fewest_title_bytes &&
           v.mean() <= running_text_bytes && !v.are_most(v.dates);
  });
}

std::string column_of(Field field, const Origin& origin) {
  const auto found = std::find(origin.column_fields.begin(), origin.column_fields.end(), field);
  if (found == origin.column_fields.end()) return "-";
  return origin.columns[static_cast<std::size_t>(found - origin.column_fields.begin())];
}

/// A column that the user names and the table lacks is a slip of the pen.
void tell_absent_columns(const Assignment& assignment, const ReadOptions& options,
                         const Origin& origin, std::vector<Diagnostic>& findings) {
  for (std::size_t i = 0; i < options.map.size(); ++i) {
    const auto& [field, name] = options.map[i];
    options.map_use->mark(i);
    if (assignment.column_named(name)) continue;
    findings.push_back({Diagnostic::Severity::note, origin.locator, 0,
                        message("--map={}={}: there is no such column", field, name),
                        message("it has: {}", fmt::format("{}", fmt::join(origin.columns, ", ")))});
  }
}

}  // namespace

bool assign_columns(const std::vector<Record>& sample, const ReadOptions& options, Origin& origin,
                    std::vector<Diagnostic>& findings) {
  Assignment assignment(sample, options, origin);
  assignment.run();
  tell_absent_columns(assignment, options, origin, findings);
  if (assignment.has(Field::title) || assignment.has(Field::body)) return true;
  const bool has_header = origin.columns.empty() || origin.columns.front() != "1";
  if (!has_header) assign_by_values(sample, origin);
  if (assignment.has(Field::body)) {
    findings.push_back({Diagnostic::Severity::note, origin.locator, 0,
                        message("no header: column {} is read as the title, {} as the text",
                                column_of(Field::title, origin), column_of(Field::body, origin)),
                        message("others are named by --map=title=COLUMN,body=COLUMN")});
    return true;
  }
  findings.push_back({Diagnostic::Severity::error, origin.locator, 0,
                      message("cannot tell which column holds the title or the text; it has: {}",
                              fmt::format("{}", fmt::join(origin.columns, ", "))),
                      message("name them: --map=title=COLUMN,body=COLUMN")});
  return false;
}

}  // namespace kliping::indexer
