// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "field_names.hpp"
#include "frame.hpp"
#include "row_parser.hpp"
#include "sniff.hpp"

namespace kliping::indexer {

namespace {

/// Rereading after open quotes costs at most so many times the bytes of the input.
constexpr std::size_t max_reread_factor = 4;

bool looks_like_data(const std::vector<std::string>& row) {
  constexpr std::size_t longest_name = 100;
  return std::any_of(row.begin(), row.end(), [](const std::string& field) {
    return field.size() > longest_name || field.find("://") != std::string::npos;
  });
}

/// How a quote stands inside quotes: doubled, or as MySQL and Hive write it.
enum class Escape : std::uint8_t { doubling, backslash };

struct Dialect {
  char delimiter = ',';
  Escape escape = Escape::doubling;
  /// Lines above the header.
  std::size_t lines_before = 0;
};

/// Bytes of the line `sep=;` that Excel takes its delimiter from; 0 where there is none.
constexpr std::size_t stated_delimiter_at = 4;
std::size_t stated_delimiter_bytes(std::string_view head) {
  if (!head.starts_with("sep=") || head.size() <= stated_delimiter_at + 1) return 0;
  const std::size_t feed = head.find('\n');
  return feed == stated_delimiter_at + 1 || feed == stated_delimiter_at + 2 ? feed + 1 : 0;
}

/// Whether quotes inside quotes have a backslash before them: some do, and none is doubled.
bool escapes_quotes(std::string_view head, char delimiter) {
  bool escaped = false;
  const auto ends_field = [&](std::size_t at) {
    return at >= head.size() || head[at] == delimiter || head[at] == '\n' || head[at] == '\r';
  };
  for (std::size_t i = 0; i + 1 < head.size(); ++i) {
    const bool is_pair = head[i + 1] == '"' && !ends_field(i + 2);
    const bool is_empty_field = head[i] == '"' && (i == 0 || ends_field(i - 1));
    if (head[i] == '"' && is_pair && !is_empty_field) return false;
    if (head[i] == '\\') {
      escaped = escaped || is_pair;
      ++i;
    }
  }
  return escaped;
}

std::string with_doubled_quotes(std::string_view line) {
  std::string mended;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool escapes =
        line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '"' || line[i + 1] == '\\');
    if (escapes) ++i;
    if (escapes && line[i] == '"') mended += '"';
    mended += line[i];
  }
  return mended;
}

class TableFramer {
 public:
  TableFramer(Input& input, Outlet& outlet, const Dialect& dialect)
      : input_(input),
        outlet_(outlet),
        limit_(outlet.options().max_record_bytes),
        delimiter_(dialect.delimiter),
        escape_(dialect.escape),
        rows_(dialect.delimiter),
        line_(dialect.lines_before) {}

  bool run() {
    std::string_view line;
    while (true) {
      const Input::Got got = next_line(line);
      if (got == Input::Got::oversized) {
        outlet_.oversized(rows_.inside() ? start_line_ : line_);
        restart();
        continue;
      }
      if (got == Input::Got::line) {
        if (!take(line)) return false;
        continue;
      }
      if (rows_.inside() && rows_.in_quotes()) {
        give_up_record();
        if (replay_position_ == replay_.size()) return outlet_.finish();
        continue;
      }
      rows_.end();
      return emit() && outlet_.finish();
    }
  }

 private:
  /// From what is to be read again, else from the input.
  Input::Got next_line(std::string_view& line) {
    ++line_;
    if (replay_position_ < replay_.size()) {
      const std::size_t end =
          std::min(replay_.find('\n', replay_position_), replay_.size() - 1) + 1;
      line = std::string_view{replay_}.substr(replay_position_, end - replay_position_);
      replay_position_ = end;
      return Input::Got::line;
    }
    const Input::Got got = input_.next_line(line, limit_);
    if (got == Input::Got::line) consumed_bytes_ += line.size();
    if (got == Input::Got::line && escape_ == Escape::backslash) {
      mended_ = with_doubled_quotes(line);
      line = mended_;
    }
    return got;
  }

  bool take(std::string_view line) {
    if (!rows_.inside()) start_line_ = line_;
    rows_.feed(line);
    if (rows_.inside()) {
      raw_ += line;
      if (raw_.size() > limit_) give_up_record();
      return true;
    }
    if (!raw_.empty() && swallowed_next_record(line)) {
      raw_ += line;
      give_up_record();
      return true;
    }
    raw_.clear();
    return emit();
  }

  /// The quote that closed the record was another record's opening one: inside the field a quote
  /// opens a line or a field, and the last line is a whole row by itself.
  bool swallowed_next_record(std::string_view last_line) const {
    const std::size_t width = outlet_.origin().columns.size();
    if (width == 0 || !has_opening_quote_inside(raw_, last_line, delimiter_)) return false;
    return rows_.done().front().size() != width || strict_width(last_line, delimiter_) == width;
  }

  /// An open quote costs the record's first line; what follows is read again.
  void give_up_record() {
    outlet_.fault(start_line_, message("unterminated quoted field"));
    const std::size_t first_line_end = std::min(raw_.find('\n'), raw_.size() - 1) + 1;
    std::string again = raw_.substr(first_line_end) + replay_.substr(replay_position_);
    const std::size_t first_line = start_line_;
    restart();
    if (reread_bytes_ + again.size() > max_reread_factor * consumed_bytes_) return;
    reread_bytes_ += again.size();
    replay_ = std::move(again);
    replay_position_ = 0;
    line_ = first_line;
  }

  void restart() {
    rows_.restart();
    raw_.clear();
  }

  bool emit() {
    for (std::vector<std::string>& row : rows_.take()) {
      if (!has_header_) {
        if (header(row)) continue;
      }
      if (!body_row(std::move(row))) return false;
    }
    return true;
  }

  /// False where the first row is data already.
  bool header(std::vector<std::string>& row) {
    has_header_ = true;
    if (!looks_like_data(row)) {
      outlet_.columns(row);
      return true;
    }
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i <= row.size(); ++i) numbers.push_back(fmt::format("{}", i));
    outlet_.columns(std::move(numbers));
    return false;
  }

  bool body_row(std::vector<std::string>&& row) {
    const std::size_t width = outlet_.origin().columns.size();
    while (row.size() > width && row.back().empty()) row.pop_back();
    if (row.size() != width)
      outlet_.note(start_line_, message("the row has {} fields, the header {}", row.size(), width));
    return outlet_.row(start_line_, std::move(row));
  }

  Input& input_;
  Outlet& outlet_;
  std::size_t limit_;
  char delimiter_;
  Escape escape_;
  RowParser rows_;
  /// The line at hand, where it is not as it stands in the file.
  std::string mended_;
  /// The record at hand, as it stands in the file, where it has more than one line.
  std::string raw_;
  std::string replay_;
  std::size_t replay_position_ = 0;
  std::size_t consumed_bytes_ = 0;
  std::size_t reread_bytes_ = 0;
  std::size_t line_;
  std::size_t start_line_ = 0;
  bool has_header_ = false;
};

}  // namespace

bool frame_table(Input& input, Outlet& outlet) {
  Dialect dialect;
  const std::string_view head = input.peek(sniff_bytes);
  const std::size_t stated = stated_delimiter_bytes(head);
  const std::string_view table = head.substr(stated);
  if (stated > 0) {
    dialect = {.delimiter = head[stated_delimiter_at], .lines_before = 1};
  } else {
    dialect.delimiter = outlet.origin().format == Format::tsv ? '\t' : sniff_delimiter(table);
  }
  if (escapes_quotes(table, dialect.delimiter)) dialect.escape = Escape::backslash;
  input.consume(stated);
  return TableFramer(input, outlet, dialect).run();
}

}  // namespace kliping::indexer
