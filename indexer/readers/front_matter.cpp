// SPDX-License-Identifier: GPL-3.0-or-later
#include "front_matter.hpp"

#include <algorithm>

#include "field_names.hpp"
#include "markdown_text.hpp"
#include "section.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::trimmed;

/// A longer head is no head.
constexpr std::size_t most_head_bytes = std::size_t{64} << 10;
/// Within a line.
constexpr std::string_view blanks = " \t\r";

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// `"a \"b\""`, `'it''s'` without their quotes; a list `[a, b]` by its items.
std::string scalar(std::string_view value) {
  value = trimmed(value);
  if (value.size() > 1 && value.front() == '[' && value.back() == ']') {
    std::string all;
    value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
      const std::size_t comma = std::min(value.find(','), value.size());
      const std::string item = scalar(value.substr(0, comma));
      if (!item.empty()) all.append(all.empty() ? "" : ", ").append(item);
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return all;
  }
  const bool is_quoted = value.size() > 1 && value.front() == value.back() &&
                         (value.front() == '"' || value.front() == '\'');
  if (!is_quoted) return std::string{trimmed(value.substr(0, value.find(" #")))};
  const char quote = value.front();
  std::string text;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    const bool doubled = quote == '\'' && value[i] == '\'' && value[i + 1] == '\'';
    const bool escaped = quote == '"' && value[i] == '\\';
    if ((doubled || escaped) && i + 2 < value.size()) ++i;
    text.push_back(escaped && value[i] == 'n' ? '\n' : value[i]);
  }
  // A note's link to another note, `[[Ani Lestari]]`, is its name.
  if (text.starts_with("[[") && text.ends_with("]]")) return text.substr(2, text.size() - 4);
  return text;
}

using Entries = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view name_key = "name: ";

/// A list as `scalar` joins it.
std::vector<std::string> items_of(std::string_view joined) {
  constexpr std::string_view comma = ", ";
  std::vector<std::string> items;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(comma), joined.size());
    items.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + comma.size(), joined.size()));
  }
  return items;
}

class YamlReader {
 public:
  explicit YamlReader(std::string_view yaml) : rest_(yaml) {}

  Entries read() {
    while (!rest_.empty()) {
      const std::string_view line = take_line(rest_);
      const std::size_t colon = line.find(':');
      const bool is_key = colon != line.npos && !line.starts_with(' ') && !line.starts_with('#') &&
                          !line.starts_with('-') &&
                          (colon + 1 == line.size() || blanks.find(line[colon + 1]) != line.npos);
      if (!is_key) continue;
      std::string key = scalar(line.substr(0, colon));
      const std::string_view written = trimmed(line.substr(colon + 1));
      std::string text = value(written);
      const bool is_list = written.empty() || written.starts_with('[');
      if (is_list && guess_field(key).value_or(NameGuess{}).field == schema::Field::section)
        text = telling_section(items_of(text));
      entries_.emplace_back(std::move(key), std::move(text));
    }
    return std::move(entries_);
  }

 private:
  std::string value(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('|') || text.starts_with('>'))
      return block(text.front() == '|' ? "\n" : " ");
    if (!text.empty() && !text.starts_with('#')) return scalar(text);
    return list();
  }

  /// The indented lines that follow.
  std::string block(std::string_view separator) {
    std::string all;
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) {
      const std::string_view line = trimmed(take_line(rest_));
      if (!all.empty()) all += line.empty() ? "\n" : separator;
      all += line;
    }
    return all;
  }

  /// `- a` lines; what is nested otherwise stays as it is written.
  std::string list() {
    std::string all;
    while (rest_.starts_with(' ') || rest_.starts_with("- ")) {
      const std::string_view line = trimmed(take_line(rest_));
      const bool is_item = line.starts_with("- ");
      const std::string_view written = is_item ? line.substr(2) : line;
      // `author:`, and below it `name: Ani`.
      const std::string item = written.starts_with(name_key)
                                   ? scalar(written.substr(name_key.size()))
                               : is_item ? scalar(written)
                                         : std::string{written};
      if (!item.empty()) all.append(all.empty() ? "" : ", ").append(item);
    }
    return all;
  }

  std::string_view rest_;
  Entries entries_;
};

using Row = std::vector<std::string>;

Row cells_of(std::string_view line) {
  line = trimmed(line);
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  Row row(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '|')
      row.emplace_back();
    else if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|')
      row.back().push_back(line[++i]);
    else
      row.back().push_back(line[i]);
  }
  for (std::string& cell : row) cell = markdown_inline_text(trimmed(cell));
  return row;
}

bool is_rule(std::string_view line) {
  return line.find('-') != line.npos && line.find_first_not_of(" |:-\t") == line.npos;
}

bool is_known(const std::string& name) {
  return guess_field(name).has_value();
}

Entries entries_of(const std::vector<Row>& rows) {
  Entries entries;
  const Row& header = rows.front();
  const bool is_across = rows.size() == 2 && header.size() > 1 &&
                         std::count_if(header.begin(), header.end(), is_known) > 1;
  if (is_across) {
    for (std::size_t i = 0; i < std::min(header.size(), rows[1].size()); ++i)
      entries.emplace_back(header[i], rows[1][i]);
    return entries;
  }
  for (const Row& row : rows) {
    // `| Kunci | Nilai |` heads such a table and says nothing itself.
    if (row.size() < 2 || (&row == &header && !is_known(row[0]))) continue;
    entries.emplace_back(row[0], row[1]);
  }
  return entries;
}

/// `key = value` lines; tables of TOML and what else there is are passed over.
Entries toml_entries(std::string_view rest) {
  Entries entries;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::size_t equals = line.find('=');
    if (equals == line.npos || line.starts_with('#') || line.starts_with('[')) continue;
    entries.emplace_back(scalar(line.substr(0, equals)), scalar(line.substr(equals + 1)));
  }
  return entries;
}

/// A head between two lines that are `fence`.
std::optional<FrontMatter> fenced_head(std::string_view text, std::string_view fence,
                                       Entries (*read)(std::string_view)) {
  std::string_view rest = text.substr(0, most_head_bytes);
  if (trimmed(take_line(rest)) != fence) return std::nullopt;
  const std::string_view inside = rest;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line != fence && (line != "..." || fence != "---")) continue;
    const auto size = static_cast<std::size_t>(line.data() - inside.data());
    FrontMatter head{read(inside.substr(0, size)),
                     static_cast<std::size_t>(rest.data() - text.data())};
    if (head.entries.empty()) return std::nullopt;
    return head;
  }
  return std::nullopt;
}

/// The field that a line `Judul: …` names before its colon.
std::optional<schema::Field> labelled_field(std::string_view line) {
  constexpr std::size_t longest_label = 24;
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon > longest_label || line.substr(colon).starts_with("://"))
    return std::nullopt;
  const auto guess = guess_field(line.substr(0, colon));
  // `Isi hati warga: …` is a headline.
  return guess && guess->rank < first_word_rank ? std::optional{guess->field} : std::nullopt;
}

}  // namespace

std::optional<FrontMatter> read_line_head(std::string_view text) {
  constexpr std::size_t fewest_lines = 2;
  std::string_view rest = text.substr(0, most_head_bytes);
  FrontMatter head;
  while (!rest.empty()) {
    std::string_view after = rest;
    const std::string_view line = take_line(after);
    const auto field = labelled_field(line);
    if (!field) break;
    const std::size_t colon = line.find(':');
    if (*field == schema::Field::body) break;
    rest = after;
    head.entries.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
  }
  if (head.entries.size() < fewest_lines) return std::nullopt;
  const std::string_view body =
      rest.substr(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  if (labelled_field(body.substr(0, body.find('\n'))) == schema::Field::body)
    rest = body.substr(body.find(':') + 1);
  head.bytes = static_cast<std::size_t>(rest.data() - text.data());
  return head;
}

std::optional<FrontMatter> read_fenced_head(std::string_view text) {
  if (auto head = fenced_head(text, "---", [](auto yaml) { return YamlReader(yaml).read(); }))
    return head;
  return fenced_head(text, "+++", toml_entries);
}

std::optional<FrontMatter> read_table_head(std::string_view text) {
  std::string_view rest = text.substr(0, most_head_bytes);
  std::vector<Row> rows;
  while (trimmed(rest, blanks).starts_with('|')) {
    const std::string_view line = take_line(rest);
    if (!is_rule(line)) rows.push_back(cells_of(line));
  }
  if (rows.empty()) return std::nullopt;
  FrontMatter head{entries_of(rows), static_cast<std::size_t>(rest.data() - text.data())};
  const bool is_head = std::any_of(head.entries.begin(), head.entries.end(),
                                   [](const auto& entry) { return is_known(entry.first); });
  return is_head ? std::optional{std::move(head)} : std::nullopt;
}

}  // namespace kliping::indexer
