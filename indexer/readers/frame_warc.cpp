// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "frame.hpp"
#include "http_response.hpp"

namespace kliping::indexer {

namespace {

/// Headers are a dozen short lines; what goes on is none.
constexpr std::size_t most_header_bytes = std::size_t{64} << 10;

/// Files that crawlers fetch for themselves.
constexpr std::array<std::string_view, 4> crawler_files{"/robots.txt", "/ads.txt", "/humans.txt",
                                                        "/.well-known/security.txt"};

bool is_for_crawlers(std::string_view address) {
  return std::any_of(crawler_files.begin(), crawler_files.end(), [&](std::string_view file) {
    return address.ends_with(file) || address.ends_with(std::string{file} + '>');
  });
}

bool begins_record(std::string_view line) {
  return line.starts_with("WARC/0.") || line.starts_with("WARC/1.");
}

/// Cuts records by their length (ISO 28500, WARC 1.0 and 1.1), hands over what may be an article
/// and passes over the rest unbuffered.
class WarcFramer {
 public:
  WarcFramer(Input& input, Outlet& outlet)
      : input_(input), outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

  bool run() {
    while (find_record()) {
      if (!read_header()) continue;
      if (!take_block()) return false;
    }
    if (records_ == 0)
      outlet_.warn(message("a web archive without a page or text that was fetched whole"));
    return outlet_.finish();
  }

 private:
  /// At the first line of a record. What is neither that nor blank is damage, told once a stretch.
  bool find_record() {
    bool told = false;
    while (true) {
      offset_ = input_.stored_offset();
      std::string_view line;
      const Input::Got got = input_.next_line(line, most_header_bytes);
      if (got == Input::Got::end) return false;
      if (got == Input::Got::line && begins_record(line)) {
        header_ = line;
        return true;
      }
      const bool is_blank = line.find_first_not_of("\r\n") == std::string_view::npos;
      if (got == Input::Got::line && is_blank) continue;
      if (!told)
        outlet_.fault_at(offset_, message("no WARC record begins here: skipped up to the next"));
      told = true;
    }
  }

  bool read_header() {
    std::string_view line;
    while (header_.size() <= most_header_bytes) {
      if (input_.next_line(line, most_header_bytes) != Input::Got::line) break;
      header_ += line;
      if (line == "\r\n" || line == "\n") return read_length();
    }
    outlet_.fault_at(offset_, message("a WARC record without an end of its header"));
    return false;
  }

  bool read_length() {
    const std::string text = HeaderFields(header_)["Content-Length"];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length_);
    if (error == std::errc{} && end == text.data() + text.size() && !text.empty()) return true;
    outlet_.fault_at(offset_, message("a WARC record without a length"));
    return false;
  }

  bool take_block() {
    const HeaderFields fields(header_);
    if (fields["WARC-Type"] != "response" || is_for_crawlers(fields["WARC-Target-URI"]))
      return skip(length_);
    const auto peeked =
        static_cast<std::size_t>(std::min<std::uint64_t>(length_, most_header_bytes));
    const auto head = read_http_head(input_.peek(peeked).substr(0, peeked));
    if (!head || head->status != 200 || !(head->is_page() || head->is_text())) return skip(length_);
    ++records_;
    if (length_ > limit_) {
      outlet_.oversized_at(offset_);
      return skip(length_);
    }
    std::string record = header_;
    record.reserve(header_.size() + static_cast<std::size_t>(length_));
    if (!each_part(length_, [&](std::string_view part) { record += part; })) return true;
    return outlet_.text_at(offset_, std::move(record));
  }

  bool skip(std::uint64_t size) {
    each_part(size, [](std::string_view) {});
    return true;
  }

  /// False where the input ends before.
  template <typename Visit>
  bool each_part(std::uint64_t size, Visit visit) {
    while (size > 0) {
      const std::string_view window = input_.window();
      const std::string_view part =
          window.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(size, window.size())));
      if (part.empty()) {
        outlet_.fault_at(offset_, message("the web archive ends inside this record"));
        return false;
      }
      visit(part);
      size -= part.size();
      input_.consume(part.size());
    }
    return true;
  }

  Input& input_;
  Outlet& outlet_;
  const std::size_t limit_;
  std::string header_;
  std::uint64_t length_ = 0;
  std::uint64_t offset_ = 0;
  std::size_t records_ = 0;
};

}  // namespace

bool frame_warc(Input& input, Outlet& outlet) {
  return WarcFramer(input, outlet).run();
}

}  // namespace kliping::indexer
