// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "search/passages.hpp"
#include "text/code_point.hpp"

namespace kliping {

namespace {

/// What lies behind this is not looked at: bounds the work on a body of megabytes.
constexpr std::size_t max_body_bytes = 200 * 1024;
constexpr std::size_t max_title_bytes = 4 * 1024;

constexpr std::string_view ellipsis = "…";

std::string_view bounded(std::string_view text, std::size_t bytes) {
  return text.substr(0, utf8::character_start(text, bytes));
}

/// Copies stretches of a text into one line and carries the marks along.
class LineBuilder {
 public:
  explicit LineBuilder(const std::vector<Mark>& marks) : marks_(marks) {}

  void add(std::string_view text, Span part) {
    auto mark = std::lower_bound(marks_.begin(), marks_.end(), part.begin,
                                 [](const Mark& m, std::uint32_t at) { return m.span.end <= at; });
    for (std::size_t i = part.begin; i < part.end;) {
      while (mark != marks_.end() && mark->span.end <= i) ++mark;
      const bool lit = mark != marks_.end() && mark->span.begin <= i && mark->span.end <= part.end;
      const auto c = utf8::decode(text, i);
      add(c, text.substr(i, c.bytes), lit);
      i += c.bytes;
    }
    space_ = false;
  }

  void add_ellipsis() {
    if (!line_.text.empty() && !line_.text.ends_with(' ')) line_.text += ' ';
    line_.text += ellipsis;
    space_ = false;
  }
  void add_gap() {
    if (!line_.text.empty()) line_.text += ' ';
  }

  MarkedText take() && { return std::move(line_); }

 private:
  void add(utf8::CodePoint c, std::string_view bytes, bool lit) {
    if (utf8::is_space(c.value)) {
      space_ = !line_.text.empty() && line_.text.back() != ' ';
      return;
    }
    if (utf8::is_control(c.value)) return;
    const std::size_t size_before = line_.text.size();
    if (space_) line_.text += ' ';
    space_ = false;
    const auto begin = static_cast<std::uint32_t>(line_.text.size());
    if (c.value == 0xFFFD) {
      line_.text += "\xEF\xBF\xBD";
    } else {
      line_.text += bytes;
    }
    if (lit) light(size_before, begin);
  }

  /// Words lit up side by side become one highlight.
  void light(std::size_t size_before, std::uint32_t begin) {
    const auto end = static_cast<std::uint32_t>(line_.text.size());
    if (!line_.highlights.empty() && line_.highlights.back().end == size_before) {
      line_.highlights.back().end = end;
    } else {
      line_.highlights.push_back({begin, end});
    }
  }

  const std::vector<Mark>& marks_;
  MarkedText line_;
  bool space_ = false;
};

}  // namespace

SnippetMaker::SnippetMaker(Wanted wanted, std::size_t length, Analyzer analyzer)
    : wanted_(std::move(wanted)),
      length_(length),
      analyzer_(std::move(analyzer)),
      anchors_(wanted_, analyzer_) {
  for (const auto* list : {&wanted_.roots, &wanted_.words, &wanted_.prefixes}) {
    for (const std::string& text : *list) wishes_.push_back({text});
  }
  for (const auto& phrase : wanted_.phrases) {
    wishes_.push_back({fmt::format("{}", fmt::join(phrase, " "))});
  }
  for (Wish& wish : wishes_) {
    wish.needed = !std::binary_search(wanted_.names.begin(), wanted_.names.end(), wish.text);
  }
}

Extract SnippetMaker::extract(const Article& article) {
  Extract extract;
  for (Wish& wish : wishes_) wish.answered = false;
  const std::string_view title = bounded(article.title, max_title_bytes);
  mark(title, {{0, static_cast<std::uint32_t>(title.size())}});
  extract.title = whole(title);
  if (length_ > 0) {
    const std::string_view body = bounded(article.body, max_body_bytes);
    mark_body(body);
    extract.snippet = passages(body);
  }
  extract.matched = answered();
  return extract;
}

void SnippetMaker::mark(std::string_view text, const std::vector<Span>& sentences) {
  marks_.clear();
  if (wanted_.empty()) return;
  // Phrases may go on from sentence to sentence.
  analyzer_.analyze_parts(text, joined(text, sentences), tokens_);
  marks_ = find_marks(tokens_, wanted_);
  for (const Mark& mark : marks_) wishes_[mark.wish].answered = true;
}

/// Analysis is most of a short run's work, so as few sentences as may answer all wishes go first,
/// and all the others only where they left one open.
void SnippetMaker::mark_body(std::string_view text) {
  sentences_ = sentences(text, analyzer_.furniture(text));
  mark(text, anchors_.promising(text, sentences_));
  if (!are_needed_answered()) mark(text, sentences_);
}

MarkedText SnippetMaker::whole(std::string_view text) const {
  LineBuilder line(marks_);
  line.add(text, {0, static_cast<std::uint32_t>(text.size())});
  return std::move(line).take();
}

MarkedText SnippetMaker::passages(std::string_view text) {
  const std::vector<Span> chosen = best_passages(text, sentences_, marks_, length_);
  // What is shown is looked at whole: no word goes unlit there.
  std::vector<Span> shown;
  for (const Span sentence : sentences_) {
    const auto touches = [&](Span s) { return s.begin < sentence.end && sentence.begin < s.end; };
    if (std::any_of(chosen.begin(), chosen.end(), touches)) shown.push_back(sentence);
  }
  mark(text, shown);
  LineBuilder line(marks_);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto begins = [&](const Span& s) { return s.begin == chosen[i].begin; };
    const auto ends = [&](const Span& s) { return s.end == chosen[i].end; };
    if (i == 0 && std::none_of(sentences_.begin(), sentences_.end(), begins)) line.add_ellipsis();
    line.add_gap();
    line.add(text, chosen[i]);
    const bool last = i + 1 == chosen.size();
    if (!last || std::none_of(sentences_.begin(), sentences_.end(), ends)) line.add_ellipsis();
  }
  return std::move(line).take();
}

bool SnippetMaker::are_needed_answered() const {
  return std::all_of(wishes_.begin(), wishes_.end(),
                     [](const Wish& wish) { return wish.answered || !wish.needed; });
}

std::vector<std::string> SnippetMaker::answered() const {
  std::vector<std::string> answered;
  for (const Wish& wish : wishes_) {
    if (wish.answered) answered.push_back(wish.text);
  }
  return answered;
}

std::string head_of(std::string_view text, std::size_t length) {
  // The longest characters have four bytes, and one is kept to see whether the text goes on.
  const std::string_view kept = bounded(text, 4 * length + 1);
  const std::vector<Mark> none;
  const std::vector<Span> whole = sentences(kept, {});
  const std::vector<Span> passages = best_passages(kept, whole, none, length);
  LineBuilder line(none);
  if (passages.empty()) return {};
  line.add(kept, passages.front());
  if (passages.front().end < kept.size()) line.add_ellipsis();
  return std::move(line).take().text;
}

}  // namespace kliping
