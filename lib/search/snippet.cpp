// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "kliping/schema.hpp"
#include "search/passages.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

/// Text behind this is not looked at, which bounds the work on a body of megabytes.
constexpr std::size_t max_body_bytes = 200 * 1024;
constexpr std::size_t max_title_bytes = 4 * 1024;

constexpr std::string_view ellipsis = "…";

std::uint64_t bit_of(std::size_t wish) {
  return std::uint64_t{1} << std::min<std::size_t>(wish, 63);
}

/// Copies stretches of a text into one line, and the marks in them as highlights.
class LineBuilder {
 public:
  explicit LineBuilder(const std::vector<Mark>& marks) : marks_(marks) {}

  void add(std::string_view text, Span part) {
    auto mark = std::lower_bound(marks_.begin(), marks_.end(), part.begin,
                                 [](const Mark& m, std::uint32_t at) { return m.span.end <= at; });
    for (std::size_t i = part.begin; i < part.end;) {
      while (mark != marks_.end() && mark->span.end <= i) ++mark;
      const bool inside = mark != marks_.end() && mark->span.begin <= i;
      const bool lit = inside && mark->span.end <= part.end;
      std::size_t end = part.end;
      if (mark != marks_.end()) {
        end = std::min<std::size_t>(end, inside ? mark->span.end : mark->span.begin);
      }
      std::size_t plain = i;
      while (plain < end && text[plain] > ' ' && text[plain] < 0x7F) ++plain;
      if (plain > i) {
        add_visible(text.substr(i, plain - i), lit);
        i = plain;
        continue;
      }
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
    // Spaces without width do not separate words; scrapers leave them inside of words.
    if (c.value == 0x200B || c.value == 0xFEFF) return;
    if (utf8::is_space(c.value)) {
      space_ = !line_.text.empty() && line_.text.back() != ' ';
      return;
    }
    if (utf8::is_control(c.value)) return;
    add_visible(c.value == utf8::replacement_character ? std::string_view{"\xEF\xBF\xBD"} : bytes,
                lit);
  }

  void add_visible(std::string_view bytes, bool lit) {
    const std::size_t size_before = line_.text.size();
    if (space_) line_.text += ' ';
    space_ = false;
    const auto begin = static_cast<std::uint32_t>(line_.text.size());
    line_.text += bytes;
    if (lit) light(size_before, begin);
  }

  /// Highlights what was appended last. Neighbouring marked words become one highlight.
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
  for (const std::string& root : wanted_.roots) {
    wishes_.push_back({root, std::string{schema::prefix::root} + root});
  }
  for (const std::string& word : wanted_.words) wishes_.push_back({word, word});
  for (const std::string& prefix : wanted_.prefixes) wishes_.push_back({prefix, {}});
  for (const auto& phrase : wanted_.phrases) {
    wishes_.push_back({fmt::format("{}", fmt::join(phrase, " ")), {}});
  }
  for (Wish& wish : wishes_) {
    wish.needed = !std::binary_search(wanted_.names.begin(), wanted_.names.end(), wish.text);
  }
}

Extract SnippetMaker::extract(const Article& article, const HasTerm& has_term) {
  Extract extract;
  for (Wish& wish : wishes_) wish.answered = false;
  const std::string_view title = utf8::cut(article.title, max_title_bytes);
  mark(title, {{0, static_cast<std::uint32_t>(title.size())}});
  extract.title = whole(title);
  if (length_ > 0) {
    const std::string_view body = utf8::cut(article.body, max_body_bytes);
    mark_body(body, has_term);
    extract.snippet = passages(body);
  }
  extract.matched = answered();
  return extract;
}

void SnippetMaker::mark(std::string_view text, const std::vector<Span>& sentences) {
  marks_.clear();
  marked_ = sentences;
  if (wanted_.empty()) return;
  // Neighbouring sentences are analysed together, since phrases may span them.
  analyzer_.analyze_parts(text, joined(text, sentences), tokens_);
  marks_ = find_marks(tokens_, wanted_);
  for (const Mark& mark : marks_) wishes_[mark.wish].answered = true;
}

/// Marks further sentences. Those that are marked already are not analysed again, unless there are
/// phrases, which may begin in them.
void SnippetMaker::mark_also(std::string_view text, const std::vector<Span>& sentences) {
  if (!wanted_.phrases.empty()) return mark(text, sentences);
  std::vector<Span> fresh;
  for (const Span sentence : sentences) {
    const auto is_same = [&](const Span& s) { return s.begin == sentence.begin; };
    if (std::none_of(marked_.begin(), marked_.end(), is_same)) fresh.push_back(sentence);
  }
  if (fresh.empty()) return;
  std::vector<Mark> before = std::move(marks_);
  std::vector<Span> all = std::move(marked_);
  all.insert(all.end(), fresh.begin(), fresh.end());
  mark(text, fresh);
  marked_ = std::move(all);
  const auto middle = static_cast<std::ptrdiff_t>(marks_.size());
  marks_.insert(marks_.end(), before.begin(), before.end());
  std::inplace_merge(marks_.begin(), marks_.begin() + middle, marks_.end(),
                     [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
}

/// A bit for each wish that the article answers somewhere, but in no sentence analysed so far.
std::uint64_t SnippetMaker::open_wishes(const HasTerm& has_term) const {
  std::uint64_t open = 0;
  for (std::size_t i = 0; i < wishes_.size(); ++i) {
    const Wish& wish = wishes_[i];
    const bool settled = wish.answered || !wish.needed;
    if (!settled && (wish.term.empty() || has_term(wish.term))) open |= bit_of(i);
  }
  return open;
}

/// Marks the body. Analysis is most of the work of a short run, so at first only a few sentences
/// are analysed that promise to answer all wishes; then those with letters of wishes that are still
/// open; and all sentences only if wishes are left even then.
void SnippetMaker::mark_body(std::string_view text, const HasTerm& has_term) {
  sentences_ = sentences(text, analyzer_.furniture(text));
  mark(text, anchors_.promising(text, sentences_));
  std::uint64_t open = open_wishes(has_term);
  if (open != 0 && wanted_.phrases.empty() && wishes_.size() < 64) {
    mark_also(text, anchors_.holding(sentences_, open));
    open = open_wishes(has_term);
  }
  if (open != 0) mark(text, sentences_);
}

MarkedText SnippetMaker::whole(std::string_view text) const {
  LineBuilder line(marks_);
  line.add(text, {0, static_cast<std::uint32_t>(text.size())});
  return std::move(line).take();
}

MarkedText SnippetMaker::passages(std::string_view text) {
  const std::vector<Span> chosen = best_passages(text, sentences_, marks_, length_);
  // Sentences that are shown are analysed as a whole, so that every word in them is highlighted.
  std::vector<Span> shown;
  for (const Span sentence : sentences_) {
    const auto touches = [&](Span s) { return s.begin < sentence.end && sentence.begin < s.end; };
    if (std::any_of(chosen.begin(), chosen.end(), touches)) shown.push_back(sentence);
  }
  mark_also(text, shown);
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

std::vector<std::string> SnippetMaker::answered() const {
  std::vector<std::string> answered;
  for (const Wish& wish : wishes_) {
    if (wish.answered) answered.push_back(wish.text);
  }
  return answered;
}

std::string head_of(std::string_view text, std::size_t length) {
  // A character has four bytes at most. One byte more shows whether the text goes on.
  const std::string_view kept = utf8::cut(text, 4 * length + 1);
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
