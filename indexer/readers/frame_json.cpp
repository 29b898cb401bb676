// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "frame.hpp"
#include "json_wrapper.hpp"
#include "sniff.hpp"

namespace kliping::indexer {

namespace {

constexpr std::size_t parser_padding_bytes = 64;
/// Objects among the rest of a wrapping that are looked into for another list.
constexpr std::size_t most_looks = 1000;
/// Begins each text in RFC 7464.
constexpr char record_separator = '\x1E';

/// Bytes that mean something to the cutting: brackets, quotes, backslashes, line feeds, commas.
constexpr std::array<bool, 256> stops = [] {
  std::array<bool, 256> table{};
  for (const char c : {'{', '}', '[', ']', '"', '\\', '\n', ','})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Cuts by depth, knowing strings but judging nothing: what is wrong inside a record is for its
/// parser to say. No string crosses a line feed, so an open quote costs its own record; and where
/// no value can stand, an object at the very beginning of a line is the next record, so that one
/// cut short costs itself, too.
class JsonCutter {
 public:
  JsonCutter(Input& input, Outlet& outlet)
      : input_(input), outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

  bool run() {
    pass_script();
    unwrap();
    for (std::string_view window = input_.window(); !window.empty(); window = input_.window()) {
      const std::optional<std::size_t> scanned = scan(window);
      if (!scanned) return false;
      input_.consume(*scanned);
      if (*scanned < window.size()) unwrap();
    }
    if (depth_ > 0)
      outlet_.fault(start_line_, message("the input ends inside this record"));
    else if (!flush())
      return false;
    else if (in_array_)
      outlet_.fault(line_, message("the input ends inside the array"));
    return outlet_.finish();
  }

 private:
  /// Goes past `var berita = ` and `panggil(`: JSON that a script was to load.
  void pass_script() {
    constexpr std::size_t looked_at = 200;
    const std::string_view head = input_.peek(sniff_bytes).substr(0, looked_at);
    std::string_view before = head.substr(0, std::min(head.find_first_of("{["), head.size()));
    const std::size_t bytes = before.size();
    if (bytes == head.size()) return;
    before = before.substr(0, before.find_last_not_of(" \t\r\n") + 1);
    const bool is_name = std::none_of(before.begin(), before.end(), [](char c) {
      return c == '"' || c == ',' || c == ':' || c == '}' || c == ']';
    });
    is_script_ = is_name && (before.ends_with('=') || before.ends_with('('));
    if (!is_script_) return;
    line_ += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    input_.consume(bytes);
  }

  /// Goes past what stands around a list of articles.
  void unwrap() {
    is_looked_into_ = true;
    const std::string_view head = input_.peek(sniff_bytes);
    std::size_t before = bytes_before_wrapped_articles(head);
    is_keyed_ = before == 0 && (before = bytes_before_keyed_articles(head)) > 0;
    if (before == 0) return;
    is_listed_ = is_listed_ || head.substr(0, before).find('[') < head.substr(0, before).find('{');
    is_wrapped_ = in_array_ = true;
    is_looked_into_ = was_line_feed_ = false;
    line_ += static_cast<std::size_t>(std::count(head.begin(), head.begin() + before, '\n'));
    input_.consume(before);
  }

  /// Says how far it came: to the end, or to where another list may be wrapped. None where no more
  /// is wanted.
  std::optional<std::size_t> scan(std::string_view window) {
    std::size_t kept_from = 0;
    for (std::size_t i = 0; i < window.size(); ++i) {
      if (escaped_) {
        escaped_ = false;
        continue;
      }
      const char c = window[i];
      if (may_be_wrapped(c)) return i;
      if (in_record_ ? !stops[static_cast<unsigned char>(c)] : !starts_record(c)) continue;
      if (!in_record_) {
        in_record_ = true;
        start_line_ = line_;
        kept_from = i;
      }
      if (c == '\n' && depth_ > 0)
        value_may_follow_ = awaits_value(window.substr(kept_from, i - kept_from));
      const bool line_begins = i > 0 ? window[i - 1] == '\n' : window_began_line_;
      const End end =
          line_begins && c == '{' && depth_ > 0 && !value_may_follow_ ? End::anew : step(c);
      if (end == End::none) continue;
      keep(window.substr(kept_from, i - kept_from + (end == End::after ? 1 : 0)));
      if (!flush()) return std::nullopt;
      if (end == End::before) starts_record(c);
      if (end == End::anew) --i;
    }
    window_began_line_ = window.back() == '\n';
    if (in_record_) keep(window.substr(kept_from));
    return window.size();
  }

  /// Answers that were saved one after another: each begins a line, and wraps a list of its own.
  bool may_be_wrapped(char c) {
    if (c != '{' || !is_wrapped_ || in_array_ || in_record_ || is_looked_into_) return false;
    // In a list they stand on one line, too, among whatever else they wrap.
    return was_line_feed_ || (is_listed_ && ++looks_ < most_looks);
  }

  /// Whether a record begins here; takes in what stands between records.
  bool starts_record(char c) {
    const bool line_begins = was_line_feed_;
    was_line_feed_ = c == '\n';
    if (was_line_feed_ || (is_listed_ && c != '{')) is_looked_into_ = false;
    if (was_line_feed_) ++line_;
    // Behind a list that was wrapped stands the rest of its wrapping.
    if (is_wrapped_ && !in_array_ && !(line_begins && c == '{')) return false;
    if (is_script_ && (c == ';' || c == ')')) return false;
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == record_separator) return false;
    if (c == '[' && !in_array_) {
      in_array_ = true;
      return false;
    }
    if (c == (is_keyed_ ? '}' : ']') && in_array_) {
      in_array_ = false;
      return false;
    }
    return c != ',';
  }

  /// At a line's end: whether the record so far, of which `part` is not kept yet, may go on with an
  /// object. An empty line changes nothing.
  bool awaits_value(std::string_view part) const {
    constexpr std::string_view blanks = " \t\r";
    std::size_t last = part.find_last_not_of(blanks);
    const std::string_view kept = record_;
    const std::string_view tail = last == part.npos ? kept : part;
    if (last == part.npos) last = kept.find_last_not_of(blanks);
    if (last == tail.npos || tail[last] == '\n') return value_may_follow_;
    if (in_string_) return false;
    const bool in_outer_object = depth_ == 1 && (kept.empty() ? part : kept).front() == '{';
    return tail[last] == ':' || tail[last] == '[' || (tail[last] == ',' && !in_outer_object);
  }

  /// Where a record ends: with the byte at hand, before it, or before it as that begins the next.
  enum class End { none, before, anew, after };

  End step(char c) {
    switch (c) {
      case '\n':
        in_string_ = false;
        if (depth_ == 0) return End::before;
        ++line_;
        return End::none;
      case '"':
        in_string_ = !in_string_;
        return End::none;
      case '\\':
        escaped_ = in_string_;
        return End::none;
      case '{':
      case '[':
        if (!in_string_) ++depth_;
        return End::none;
      case '}':
      case ']':
        return in_string_ ? End::none : close();
      case ',':
        return !in_string_ && depth_ == 0 ? End::before : End::none;
      default:
        return End::none;
    }
  }

  End close() {
    if (depth_ == 0) return End::before;
    return --depth_ == 0 ? End::after : End::none;
  }

  void keep(std::string_view part) {
    if (part.size() > limit_ - record_.size()) too_long_ = true;
    if (!too_long_) record_ += part;
  }

  bool flush() {
    const bool had_record = in_record_;
    in_record_ = in_string_ = false;
    depth_ = 0;
    std::string bytes = std::move(record_);
    record_.clear();
    if (!had_record) return true;
    if (too_long_) {
      too_long_ = false;
      outlet_.oversized(start_line_);
      return true;
    }
    bytes.reserve(bytes.size() + parser_padding_bytes);
    return outlet_.text(start_line_, std::move(bytes));
  }

  Input& input_;
  Outlet& outlet_;
  std::size_t limit_;
  std::string record_;
  std::size_t line_ = 1;
  std::size_t start_line_ = 1;
  std::size_t depth_ = 0;
  /// What a script has around JSON is no record.
  bool is_script_ = false;
  bool in_array_ = false;
  bool is_wrapped_ = false;
  /// The objects that wrap lists stand in a list themselves.
  bool is_listed_ = false;
  /// The articles are members of an object, each behind its key.
  bool is_keyed_ = false;
  std::size_t looks_ = 0;
  /// The object at hand wraps nothing.
  bool is_looked_into_ = false;
  bool was_line_feed_ = false;
  bool in_record_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
  bool too_long_ = false;
  bool value_may_follow_ = false;
  bool window_began_line_ = true;
};

}  // namespace

bool frame_json(Input& input, Outlet& outlet) {
  return JsonCutter(input, outlet).run();
}

}  // namespace kliping::indexer
