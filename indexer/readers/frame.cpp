// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame.hpp"

namespace kliping::indexer {

namespace {
/// Past the end of a record's bytes the JSON parser reads whole blocks.
constexpr std::size_t parser_padding_bytes = 64;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}
}  // namespace

bool frame(Input& input, Outlet& outlet) {
  switch (outlet.origin().format) {
    case Format::jsonl:
      return frame_lines(input, outlet);
    case Format::json:
      return frame_json(input, outlet);
    case Format::csv:
    case Format::tsv:
      return frame_table(input, outlet);
    case Format::feed:
      return frame_feed(input, outlet);
    case Format::warc:
      return frame_warc(input, outlet);
    case Format::trec:
      return frame_trec(input, outlet);
    case Format::html:
    case Format::text:
    case Format::markdown:
    case Format::automatic:
      break;
  }
  return frame_whole(input, outlet);
}

bool frame_lines(Input& input, Outlet& outlet) {
  std::string_view line;
  for (std::size_t number = 1;; ++number) {
    switch (input.next_line(line, outlet.options().max_record_bytes)) {
      case Input::Got::end:
        return outlet.finish();
      case Input::Got::oversized:
        outlet.oversized(number);
        continue;
      case Input::Got::line:
        break;
    }
    if (is_blank(line)) continue;
    std::string bytes;
    bytes.reserve(line.size() + parser_padding_bytes);
    bytes = line;
    input.shrink();
    if (!outlet.text(number, std::move(bytes))) return false;
  }
}

bool frame_whole(Input& input, Outlet& outlet) {
  const std::size_t limit = outlet.options().max_record_bytes;
  std::string bytes;
  for (std::string_view window = input.window(); !window.empty(); window = input.window()) {
    if (window.size() > limit - bytes.size()) {
      outlet.oversized(0);
      return outlet.finish();
    }
    bytes += window;
    input.consume(window.size());
  }
  return outlet.text(0, std::move(bytes)) && outlet.finish();
}

}  // namespace kliping::indexer
