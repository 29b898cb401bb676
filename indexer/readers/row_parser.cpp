// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_parser.hpp"

#include <new>
#include <utility>

namespace kliping::indexer {

namespace {

constexpr std::size_t buffer_step_bytes = std::size_t{64} << 10;
/// libcsv never gives back what its largest field needed.
constexpr std::size_t kept_buffer_bytes = std::size_t{1} << 20;

int is_tabless_space(unsigned char c) {
  return c == CSV_SPACE ? 1 : 0;
}

}  // namespace

RowParser::RowParser(const Signs& signs) : signs_(signs) {
  begin();
}

void RowParser::begin() {
  if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
  csv_set_delim(&parser_, static_cast<unsigned char>(signs_.delimiter));
  csv_set_quote(&parser_, static_cast<unsigned char>(signs_.quote));
  csv_set_blk_size(&parser_, buffer_step_bytes);
  if (signs_.delimiter == '\t') csv_set_space_func(&parser_, is_tabless_space);
}

RowParser::~RowParser() {
  csv_free(&parser_);
}

void RowParser::feed(std::string_view line) {
  if (csv_parse(&parser_, line.data(), line.size(), on_field, on_row, this) != line.size())
    throw std::bad_alloc();
}

void RowParser::end() {
  csv_fini(&parser_, on_field, on_row, this);
}

void RowParser::restart() {
  end();
  row_.clear();
  done_.clear();
}

std::vector<std::vector<std::string>> RowParser::take() {
  if (!inside() && csv_get_buffer_size(&parser_) > kept_buffer_bytes) {
    csv_free(&parser_);
    begin();
  }
  return std::exchange(done_, {});
}

void RowParser::on_field(void* bytes, std::size_t size, void* self) {
  static_cast<RowParser*>(self)->row_.emplace_back(static_cast<const char*>(bytes), size);
}

void RowParser::on_row(int, void* self) {
  auto* parser = static_cast<RowParser*>(self);
  parser->done_.push_back(std::exchange(parser->row_, {}));
}

bool has_opening_quote_inside(std::string_view head, std::string_view last_line,
                              const Signs& signs) {
  bool quoted = false;
  char before = '\n';
  for (const std::string_view part : {head, last_line})
    for (std::size_t i = 0; i < part.size(); ++i) {
      const char c = part[i];
      const char next = i + 1 < part.size() ? part[i + 1] : '\n';
      const bool at_start = ends_field(before, signs.delimiter);
      before = c;
      if (c != signs.quote) continue;
      if (!quoted) {
        quoted = at_start;
      } else if (next == signs.quote) {
        ++i;
      } else if (ends_field(next, signs.delimiter)) {
        quoted = false;
      } else if (at_start && next != ' ') {
        return true;
      }
    }
  return false;
}

std::optional<std::size_t> strict_width(std::string_view line, const Signs& signs) {
  std::size_t width = 1;
  bool quoted = false;
  bool at_start = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char next = i + 1 < line.size() ? line[i + 1] : '\n';
    if (line[i] != signs.quote) {
      if (!quoted && line[i] == signs.delimiter) ++width;
      at_start = line[i] == signs.delimiter;
    } else if (!quoted) {
      if (!at_start) return std::nullopt;
      quoted = true;
      at_start = false;
    } else if (next == signs.quote) {
      ++i;
    } else {
      if (!ends_field(next, signs.delimiter)) return std::nullopt;
      quoted = false;
    }
  }
  return quoted ? std::nullopt : std::optional{width};
}

}  // namespace kliping::indexer
