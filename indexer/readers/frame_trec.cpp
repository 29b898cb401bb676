// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "frame.hpp"

namespace kliping::indexer {

namespace {

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Where a tag such as `<DOC` stands, whatever its case, with no letter behind it.
std::size_t find_tag(std::string_view text, std::string_view tag) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at);
    if (here.size() <= tag.size() || (here[tag.size()] != '>' && here[tag.size()] != ' ')) continue;
    if (std::equal(tag.begin(), tag.end(), here.begin(),
                   [](char a, char b) { return a == upper(b); }))
      return at;
  }
  return text.npos;
}

/// Documents of TREC's collections: SGML, each between tags of its own, which begin a line.
class TrecFramer {
 public:
  TrecFramer(Input& input, Outlet& outlet)
      : input_(input), outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

  bool run() {
    std::string_view line;
    for (std::size_t number = 1;; ++number) {
      const Input::Got got = input_.next_line(line, limit_);
      if (got == Input::Got::end) break;
      if (got == Input::Got::oversized)
        is_too_long_ = true;
      else if (!take(line, number))
        return false;
    }
    if (is_inside_) outlet_.fault(start_line_, message("the input ends inside this document"));
    return outlet_.finish();
  }

 private:
  bool take(std::string_view line, std::size_t number) {
    if (const std::size_t start = find_tag(line, "<DOC"); start != line.npos) {
      if (is_inside_) outlet_.fault(start_line_, message("a document without </DOC>"));
      is_inside_ = true;
      is_too_long_ = false;
      start_line_ = number;
      document_.clear();
    }
    if (!is_inside_) return true;
    if (document_.size() + line.size() > limit_) is_too_long_ = true;
    if (!is_too_long_) document_ += line;
    return find_tag(line, "</DOC") == line.npos || finish();
  }

  bool finish() {
    is_inside_ = false;
    if (!is_too_long_) return outlet_.text(start_line_, std::exchange(document_, {}));
    outlet_.oversized(start_line_);
    return true;
  }

  Input& input_;
  Outlet& outlet_;
  const std::size_t limit_;
  std::string document_;
  std::size_t start_line_ = 0;
  bool is_inside_ = false;
  bool is_too_long_ = false;
};

}  // namespace

bool frame_trec(Input& input, Outlet& outlet) {
  return TrecFramer(input, outlet).run();
}

}  // namespace kliping::indexer
