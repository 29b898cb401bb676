// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "field_names.hpp"
#include "frame.hpp"
#include "kliping/date.hpp"
#include "row_parser.hpp"
#include "sniff.hpp"
#include "table_dialect.hpp"

namespace kliping::indexer {

namespace {

/// Rereading after open quotes costs at most so many times the bytes of the input.
constexpr std::size_t max_reread_factor = 4;

bool looks_like_data(const std::vector<std::string>& row) {
  constexpr std::size_t longest_name = 100;
  return std::any_of(row.begin(), row.end(), [](const std::string& field) {
    return field.size() > longest_name || field.find("://") != std::string::npos ||
           field.find('\n') != std::string::npos || parse_date(field);
  });
}

/// `Total,3,,` below the rows, as spreadsheets and clients of databases write it.
bool sums_up(const std::vector<std::string>& row) {
  constexpr std::array<std::string_view, 8> labels{"total",        "grandtotal",  "jumlah",
                                                   "totalbaris",   "jumlahbaris", "totalberita",
                                                   "jumlahberita", "totalrows"};
  constexpr std::string_view figures = "0123456789.,: ";
  const auto label = std::find_if(row.begin(), row.end(), [](const auto& f) { return !f.empty(); });
  if (label == row.end()) return false;
  std::string words = *label;
  std::erase_if(words, [&](char c) { return figures.find(c) != figures.npos; });
  return std::any_of(labels.begin(), labels.end(),
                     [&](std::string_view one) { return same_name(one, words); }) &&
         std::all_of(label + 1, row.end(), [&](const std::string& field) {
           return field.find_first_not_of(figures) == std::string::npos;
         });
}

class TableFramer {
 public:
  TableFramer(Input& input, Outlet& outlet, const Dialect& dialect, std::size_t lines_above)
      : input_(input),
        outlet_(outlet),
        limit_(outlet.options().max_record_bytes),
        signs_(dialect.signs),
        escape_(dialect.escape),
        rows_(dialect.signs),
        line_(lines_above) {}

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
      if (!emit()) return false;
      if (has_header_ && rows_emitted_ == 0) outlet_.warn(message("a header and no rows"));
      return outlet_.finish();
    }
  }

 private:
  /// From what is to be read again, else from the input.
  Input::Got next_line(std::string_view& line) {
    line_ += 1 + std::exchange(joined_lines_, 0);
    if (replay_position_ < replay_.size()) {
      const std::size_t end =
          std::min(replay_.find('\n', replay_position_), replay_.size() - 1) + 1;
      line = std::string_view{replay_}.substr(replay_position_, end - replay_position_);
      replay_position_ = end;
      return Input::Got::line;
    }
    const Input::Got got = input_.next_line(line, limit_);
    if (got == Input::Got::line) consumed_bytes_ += line.size();
    if (got == Input::Got::line && escape_ == Dialect::Escape::backslash) {
      mended_ = with_doubled_quotes(line, signs_.quote);
      line = mended_;
    }
    if (got == Input::Got::line && escape_ == Dialect::Escape::unquoted) {
      mended_ = with_quotes(joined(line), signs_);
      line = mended_;
    }
    return got;
  }

  /// A line with those that it goes on in.
  std::string joined(std::string_view line) {
    std::string all(line);
    while (goes_on(all) && all.size() < limit_) {
      std::string_view next;
      if (input_.next_line(next, limit_) != Input::Got::line) break;
      consumed_bytes_ += next.size();
      ++joined_lines_;
      all += next;
    }
    return all;
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
    forget_raw();
    input_.shrink();
    return emit();
  }

  /// The quote that closed the record was another record's opening one: inside the field a quote
  /// opens a line or a field, and the last line is a whole row by itself.
  bool swallowed_next_record(std::string_view last_line) const {
    const std::size_t width = outlet_.origin().columns.size();
    if (width == 0 || !has_opening_quote_inside(raw_, last_line, signs_)) return false;
    return rows_.done().front().size() != width || strict_width(last_line, signs_) == width;
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

  void forget_raw() {
    constexpr std::size_t kept_bytes = std::size_t{1} << 20;
    raw_.clear();
    if (raw_.capacity() > kept_bytes) raw_.shrink_to_fit();
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
    ++rows_emitted_;
    if (sums_up(row)) {
      outlet_.note(start_line_, message("a row that sums up the others"));
      return true;
    }
    const std::size_t width = outlet_.origin().columns.size();
    while (row.size() > width && row.back().empty()) row.pop_back();
    if (row.size() != width)
      outlet_.note(start_line_, message("the row has {} fields, the header {}", row.size(), width));
    return outlet_.row(start_line_, std::move(row));
  }

  Input& input_;
  Outlet& outlet_;
  std::size_t limit_;
  Signs signs_;
  Dialect::Escape escape_;
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
  /// Lines of the input in the one at hand beside its first.
  std::size_t joined_lines_ = 0;
  std::size_t rows_emitted_ = 0;
  bool has_header_ = false;
};

}  // namespace

bool frame_table(Input& input, Outlet& outlet) {
  const std::string_view head = input.peek(sniff_bytes);
  const Dialect dialect = sniff_dialect(head, outlet.origin().format);
  const std::string_view preamble = head.substr(0, dialect.preamble_bytes);
  const auto lines_above = std::count(preamble.begin(), preamble.end(), '\n');
  input.consume(dialect.preamble_bytes);
  return TableFramer(input, outlet, dialect, static_cast<std::size_t>(lines_above)).run();
}

}  // namespace kliping::indexer
