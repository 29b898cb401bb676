// SPDX-License-Identifier: GPL-3.0-or-later
#include "columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <unordered_set>

#include "field_names.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// A column whose values are longer than this on average holds running text.
constexpr std::size_t running_text_bytes = 200;

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
    if (!has(Field::title)) give(Field::title, best(Field::title, 2 * last_word_rank, {}));
    if (!has(Field::body)) give(Field::body, longest_column());
    const std::string prefix = title_prefix();
    for (const schema::FieldInfo& info : schema::fields)
      if (!has(info.field)) give(info.field, best(info.field, 2 * last_word_rank, prefix));
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
      found = best(Field::body, 2 * last_word_rank, {});
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
  findings.push_back({Diagnostic::Severity::error, origin.locator, 0,
                      message("cannot tell which column holds the title or the text; it has: {}",
                              fmt::format("{}", fmt::join(origin.columns, ", "))),
                      message("name them: --map=title=COLUMN,body=COLUMN")});
  return false;
}

}  // namespace kliping::indexer
