// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_dialect.hpp"

#include <algorithm>
#include <vector>

#include "field_names.hpp"
#include "sniff.hpp"

namespace kliping::indexer {

namespace {

constexpr std::size_t stated_delimiter_at = 4;

std::size_t stated_delimiter_bytes(std::string_view head) {
  if (!head.starts_with("sep=") || head.size() <= stated_delimiter_at + 1) return 0;
  const std::size_t feed = head.find('\n');
  return feed == stated_delimiter_at + 1 || feed == stated_delimiter_at + 2 ? feed + 1 : 0;
}

/// A row of names, two of which we know: the header, wherever it stands.
bool is_header(std::string_view line) {
  const std::vector<std::string> names = first_row(line, sniff_delimiter(line));
  const auto is_known = [](const std::string& name) {
    const auto guess = guess_field(name);
    return guess && guess->rank < first_word_rank;
  };
  return std::ranges::count_if(names, is_known) > 1;
}

/// What may stand above a header: a remark, nothing, or a title, which is alone in its row.
bool is_above_header(std::string_view line) {
  if (line.starts_with('#')) return true;
  const std::vector<std::string> fields = first_row(line, sniff_delimiter(line));
  return std::ranges::count_if(fields, [](const auto& field) { return !field.empty(); }) < 2;
}

/// None where no header follows: then the first row is one, or data.
std::size_t bytes_above_header(std::string_view head) {
  constexpr int most_lines = 12;
  std::size_t at = 0;
  for (int i = 0; i < most_lines && at < head.size(); ++i) {
    const std::string_view rest = head.substr(at);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (is_header(line)) return at;
    if (!is_above_header(line) || line.size() == rest.size()) return 0;
    at += line.size() + 1;
  }
  return 0;
}

bool ends_field_at(std::string_view text, std::size_t at, char delimiter) {
  return at >= text.size() || ends_field(text[at], delimiter);
}

/// Whether quotes inside quotes have a backslash before them: some do, and none is doubled.
bool escapes_quotes(std::string_view head, const Signs& signs) {
  bool escaped = false;
  const auto ends = [&](std::size_t at) { return ends_field_at(head, at, signs.delimiter); };
  for (std::size_t i = 0; i + 1 < head.size(); ++i) {
    const bool is_pair = head[i + 1] == signs.quote && !ends(i + 2);
    const bool is_empty_field = head[i] == signs.quote && (i == 0 || ends(i - 1));
    if (head[i] == signs.quote && is_pair && !is_empty_field) return false;
    if (head[i] == '\\') {
      escaped = escaped || is_pair || head[i + 1] == '\n';
      ++i;
    }
  }
  return escaped;
}

/// Whether a table of tabs has no quotes but escapes: an absent value, or a line feed inside a
/// field.
bool is_unquoted(std::string_view head, const Signs& signs) {
  if (signs.delimiter != '\t') return false;
  bool escapes = false;
  bool begins_field = true;
  for (std::size_t i = 0; i + 1 < head.size(); ++i) {
    if (begins_field && head[i] == signs.quote) return false;
    if (head[i] == '\\') {
      const char next = head[++i];
      const bool is_absent = begins_field && next == 'N' && ends_field_at(head, i + 1, '\t');
      escapes = escapes || is_absent || next == 'n' || next == '\n';
    }
    begins_field = ends_field_at(head, i, signs.delimiter);
  }
  return escapes;
}

/// Whether a table's strings stand in single quotes, as SQL writes them. An apostrophe may begin a
/// field in any table; this one is proven by all rows in sight: each has the header's fields, a
/// column is in quotes always or never, and nothing stands behind a closing quote.
class SingleQuotes {
 public:
  SingleQuotes(std::string_view head, char delimiter) : head_(head), delimiter_(delimiter) {}

  bool proven() {
    while (at_ < head_.size()) {
      if (!row()) return false;
      if (cut_short_) break;
      if (rows_ > 1 && column_ + 1 != uses_.size()) return false;
    }
    const auto is_quoted = [](const Use& use) { return use.quoted > 0; };
    const auto is_mixed = [](const Use& use) { return use.quoted > 0 && use.bare > 0; };
    return (rows_ > 1 || is_header_quoted_) && std::ranges::none_of(uses_, is_mixed) &&
           (is_header_quoted_ || std::ranges::any_of(uses_, is_quoted));
  }

 private:
  /// Of a column below the header.
  struct Use {
    std::size_t quoted = 0;
    std::size_t bare = 0;
  };

  /// Goes past a row; false where it proves the contrary.
  bool row() {
    bool all_quoted = true;
    for (column_ = 0;; ++column_) {
      const std::size_t begin = at_;
      const bool quoted = head_[at_] == '\'';
      if (head_[at_] == '"' || (quoted && !close())) return cut_short_;
      while (!ends_field_at(head_, at_, delimiter_)) ++at_;
      // What is cut off by the end of what we see proves nothing.
      cut_short_ = at_ >= head_.size();
      if (cut_short_ && head_.size() >= sniff_bytes) return true;
      note(quoted, head_.substr(begin, at_ - begin));
      all_quoted = all_quoted && quoted;
      if (at_ >= head_.size() || head_[at_] != delimiter_) break;
      if (++at_ >= head_.size()) break;
    }
    cut_short_ = false;
    if (rows_++ == 0) is_header_quoted_ = all_quoted;
    at_ = std::min(head_.find_first_not_of("\r\n", at_), head_.size());
    return true;
  }

  /// From an opening quote to behind its closing one; false where something follows that.
  bool close() {
    for (++at_; at_ < head_.size(); ++at_) {
      if (head_[at_] == '\\') {
        ++at_;
      } else if (head_[at_] == '\'') {
        ++at_;
        if (ends_field_at(head_, at_, delimiter_)) return true;
        if (head_[at_] != '\'') return false;
      }
    }
    at_ = head_.size();
    cut_short_ = head_.size() >= sniff_bytes;
    return false;
  }

  void note(bool quoted, std::string_view field) {
    if (rows_ == 0) {
      uses_.emplace_back();
    } else if (column_ < uses_.size() && quoted) {
      ++uses_[column_].quoted;
    } else if (column_ < uses_.size() && !field.empty() && field != "NULL" && field != "\\N") {
      ++uses_[column_].bare;
    }
  }

  std::string_view head_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t rows_ = 0;
  std::size_t column_ = 0;
  bool is_header_quoted_ = false;
  bool cut_short_ = false;
  std::vector<Use> uses_;
};

}  // namespace

Dialect sniff_dialect(std::string_view head, Format format) {
  Dialect dialect;
  const std::size_t stated_bytes = stated_delimiter_bytes(head);
  dialect.preamble_bytes = stated_bytes > 0 ? stated_bytes : bytes_above_header(head);
  const std::string_view table = head.substr(dialect.preamble_bytes);
  char& delimiter = dialect.signs.delimiter;
  if (stated_bytes > 0)
    delimiter = head[stated_delimiter_at];
  else
    delimiter = format == Format::tsv ? '\t' : sniff_delimiter(table);
  if (SingleQuotes(table, delimiter).proven()) dialect.signs.quote = '\'';
  if (escapes_quotes(table, dialect.signs)) dialect.escape = Dialect::Escape::backslash;
  if (is_unquoted(table, dialect.signs)) dialect.escape = Dialect::Escape::unquoted;
  return dialect;
}

bool goes_on(std::string_view line) {
  if (!line.ends_with('\n')) return false;
  line.remove_suffix(1);
  const std::size_t last = line.find_last_not_of('\\');
  return (line.size() - (last == line.npos ? 0 : last + 1)) % 2 == 1;
}

std::string with_quotes(std::string_view line, const Signs& signs) {
  std::string quoted(1, signs.quote);
  bool begins_field = true;
  const std::string_view content = line.substr(0, line.find_last_not_of("\r\n") + 1);
  for (std::size_t i = 0; i < content.size(); ++i) {
    char c = content[i];
    const bool is_escaped = c == '\\' && i + 1 < content.size();
    const bool is_absent =
        is_escaped && begins_field && ends_field_at(content, i + 2, signs.delimiter);
    if (is_escaped) c = content[++i];
    begins_field = c == signs.delimiter && !is_escaped;
    if (is_escaped && c == 'N' && is_absent) continue;
    if (is_escaped && c == 't') c = '\t';
    if (is_escaped && (c == 'n' || c == 'r')) c = '\n';
    if (begins_field) quoted += {signs.quote, c, signs.quote};
    if (!begins_field) quoted += c;
    if (!begins_field && c == signs.quote) quoted += c;
  }
  return quoted + signs.quote + '\n';
}

std::string with_doubled_quotes(std::string_view line, char quote) {
  std::string mended;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escapes = line[i] == '\\' && i + 1 < line.size() &&
                         (line[i + 1] == quote || line[i + 1] == '\\' || line[i + 1] == '\n');
    if (escapes) ++i;
    if (escapes && line[i] == quote) mended += quote;
    mended += line[i];
  }
  return mended;
}

}  // namespace kliping::indexer
