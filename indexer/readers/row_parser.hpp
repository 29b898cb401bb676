// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csv.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kliping::indexer {

/// What separates fields, and what encloses fields that contain such characters.
struct Signs {
  char delimiter = ',';
  char quote = '"';
};

inline bool ends_field(char c, char delimiter) {
  return c == delimiter || c == '\n' || c == '\r';
}

/// Makes rows of lines, by libcsv: quotes as RFC 4180 has them, and lenient where a file breaks it.
class RowParser {
 public:
  explicit RowParser(const Signs& signs);
  RowParser(const RowParser&) = delete;
  RowParser& operator=(const RowParser&) = delete;
  ~RowParser();

  void feed(std::string_view line);
  /// To be called at the end of the input: completes the row that was begun.
  void end();
  /// Drops the row that was begun.
  void restart();

  /// Whether the last line ended inside a row.
  bool inside() const { return parser_.pstate != row_not_begun; }
  /// Whether it ended inside quotes, and not behind a quote that may have closed the field.
  bool in_quotes() const { return parser_.quoted != 0 && parser_.pstate == field_begun; }

  const std::vector<std::vector<std::string>>& done() const { return done_; }
  std::vector<std::vector<std::string>> take();

 private:
  /// States of libcsv's parser, which it keeps to itself.
  static constexpr int row_not_begun = 0;
  static constexpr int field_begun = 2;

  void begin();

  static void on_field(void* bytes, std::size_t size, void* self);
  static void on_row(int terminator, void* self);

  const Signs signs_;
  csv_parser parser_;
  std::vector<std::string> row_;
  std::vector<std::vector<std::string>> done_;
};

/// Whether, inside the quotes of `head` and `last_line` together, a quote stands where only an
/// opening one does: behind a line feed or delimiter, before a character of text.
bool has_opening_quote_inside(std::string_view head, std::string_view last_line,
                              const Signs& signs);

/// The fields of a line whose quotes are all as RFC 4180 wants them; empty of any other line.
std::optional<std::size_t> strict_width(std::string_view line, const Signs& signs);

}  // namespace kliping::indexer
