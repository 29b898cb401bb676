// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

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

/// Not `metadata://`, `urn:` and the like, by which crawlers keep their logs.
bool is_of_web(std::string_view address) {
  return address.starts_with("http") || address.starts_with("<http");
}

/// How an ARC file's first record begins.
constexpr std::string_view arc_mark = "filedesc://";

bool begins_record(std::string_view line) {
  return line.starts_with("WARC/0.") || line.starts_with("WARC/1.");
}

/// The header that a WARC would have for a record of the Internet Archive's older ARC format, whose
/// own is one line: address, host, time, type, what version 2 puts between, length. Empty for any
/// other line.
std::string header_of_arc(std::string_view line) {
  constexpr std::size_t stamp_digits = 14;
  constexpr std::string_view digits = "0123456789";
  line = line.substr(0, line.find_last_not_of("\r\n") + 1);
  const auto take_last = [&line] {
    const std::size_t blank = line.rfind(' ');
    const std::string_view word = line.substr(blank == line.npos ? 0 : blank + 1);
    line = line.substr(0, blank == line.npos ? 0 : blank);
    return word;
  };
  const std::string_view length = take_last();
  // Five words in version 1, ten in version 2.
  for (int words = 0; words < 7 && !line.empty(); ++words) {
    const std::string_view stamp = take_last();
    if (stamp.size() != stamp_digits || stamp.find_first_not_of(digits) != stamp.npos) continue;
    take_last();
    return fmt::format(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\n"
        "WARC-Date: {}Z\r\nContent-Length: {}\r\n\r\n",
        line, stamp, length);
  }
  return {};
}

/// Cuts records by their length (ISO 28500, WARC 1.0 and 1.1; ARC 1 and 2), hands over what may be
/// an article and passes over the rest unbuffered.
class WarcFramer {
 public:
  WarcFramer(Input& input, Outlet& outlet)
      : input_(input), outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

  bool run() {
    is_arc_ = input_.peek(arc_mark.size()) == arc_mark;
    while (find_record()) {
      if (is_arc_ ? !read_length() : !read_header()) continue;
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
      if (got == Input::Got::line) {
        header_ = is_arc_ ? header_of_arc(line) : begins_record(line) ? std::string{line} : "";
        if (!header_.empty()) return true;
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
    const std::string type = fields["WARC-Type"];
    const std::string address = fields["WARC-Target-URI"];
    const bool is_bare = (type == "resource" || type == "conversion") && is_of_web(address);
    if ((type != "response" && !is_bare) || is_for_crawlers(address)) return skip(length_);
    // Files put into a web archive, and texts made of its pages, have no head of their own.
    const std::string stated =
        is_bare ? fmt::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\n\r\n", fields["Content-Type"])
                : std::string{};
    const auto peeked =
        static_cast<std::size_t>(std::min<std::uint64_t>(length_, most_header_bytes));
    const auto head =
        read_http_head(is_bare ? std::string_view{stated} : input_.peek(peeked).substr(0, peeked));
    if (!head || head->status != 200 || !(head->is_page() || head->is_text())) return skip(length_);
    ++records_;
    if (length_ > limit_) {
      outlet_.oversized_at(offset_);
      return skip(length_);
    }
    std::string record = header_ + stated;
    record.reserve(record.size() + static_cast<std::size_t>(length_));
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
  bool is_arc_ = false;
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
