// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown_text.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::trimmed;

constexpr std::string_view blanks = " \t\r";
/// Links with longer words or addresses are taken for text, so that open brackets cost no search.
constexpr std::size_t longest_link_part = 2000;

bool is_word_byte(char c) {
  return ascii::is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_mark(char c) {
  return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') ||
         (c > 'z' && c < '\x7F');
}

/// Brackets in the words of a link: more open ones open nothing.
constexpr int most_open = 8;

/// The bytes from an opening bracket to its partner, both included; 0 where it is not near.
std::size_t bracketed(std::string_view text, char open, char close) {
  int depth = 0;
  for (std::size_t i = 0; i < std::min(text.size(), longest_link_part); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == open && ++depth > most_open)
      return 0;
    else if (text[i] == close && --depth == 0)
      return i + 1;
  }
  return 0;
}

class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  std::string read() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (c == '\\' && is_mark(next)) return copy(at_ + 1, 1);
    if (c == '!' && next == '[' && link(at_ + 1, Words::dropped)) return;
    if (c == '[' && link(at_, Words::kept)) return;
    if (c == '<' &&
        (text_.substr(at_).starts_with("<http") || text_.substr(at_).starts_with("<mailto:")))
      if (const std::size_t size = bracketed(text_.substr(at_), '<', '>'); size > 0)
        return copy(at_ + 1, size - 2, 1);
    if (c == '*' || c == '_' || c == '~' || c == '`') return emphasis(c);
    copy(at_, 1);
  }

  enum class Words { kept, dropped };

  /// `[words](address "title"){attributes}` or `[words][label]`.
  bool link(std::size_t open, Words words) {
    const std::size_t size = bracketed(text_.substr(open), '[', ']');
    if (size == 0) return false;
    std::size_t end = open + size;
    const std::string_view behind = text_.substr(end);
    std::size_t target = 0;
    if (behind.starts_with('(')) target = bracketed(behind, '(', ')');
    if (behind.starts_with('[')) target = bracketed(behind, '[', ']');
    if (target == 0) return false;
    end += target;
    if (text_.substr(end).starts_with('{')) end += bracketed(text_.substr(end), '{', '}');
    if (words == Words::kept && depth_ < 2)
      out_ += InlineReader(text_.substr(open + 1, size - 2), depth_ + 1).read();
    at_ = end;
    return true;
  }

  /// A run of marks that touches a word; between blanks it is text, and so is `snake_case`.
  void emphasis(char mark) {
    const std::size_t end = std::min(text_.find_first_not_of(mark, at_), text_.size());
    const bool word_before = at_ > 0 && is_word_byte(text_[at_ - 1]);
    const bool word_behind = end < text_.size() && is_word_byte(text_[end]);
    const bool blank_before = at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '\n';
    const bool blank_behind = end == text_.size() || text_[end] == ' ' || text_[end] == '\n';
    const bool single_tilde = mark == '~' && end - at_ == 1;
    const bool is_text = (blank_before && blank_behind) || single_tilde ||
                         (mark == '_' && word_before && word_behind);
    if (is_text) out_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  InlineReader(std::string_view text, int depth) : text_(text), depth_(depth) {}

  /// Takes `size` bytes from `from` on, and passes over `behind` more.
  void copy(std::size_t from, std::size_t size, std::size_t behind = 0) {
    out_ += text_.substr(from, size);
    at_ = from + size + behind;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::string out_;
};

bool is_rule(std::string_view line) {
  for (const char mark : {'-', '*', '_'}) {
    const auto marks = std::count(line.begin(), line.end(), mark);
    const auto spaces = std::count(line.begin(), line.end(), ' ');
    if (marks >= 3 && static_cast<std::size_t>(marks + spaces) == line.size()) return true;
  }
  return false;
}

bool is_underline(std::string_view line, char mark) {
  return !line.empty() && line.find_first_not_of(mark) == line.npos;
}

/// `[1]: https://…` says where a link leads.
bool is_link_target(std::string_view line) {
  return line.starts_with('[') && line.find("]: ") != line.npos;
}

class BlockReader {
 public:
  MarkdownText read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      take(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
    return std::move(result_);
  }

 private:
  void take(std::string_view raw) {
    std::string_view line = trimmed(raw);
    if (line.starts_with("```") || line.starts_with("~~~")) {
      flush();
      is_code_ = !is_code_;
      return;
    }
    if (is_code_) return put(raw);
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    if (line.empty() || is_link_target(line)) return flush();
    if (!paragraph_.empty() && is_underline(line, '=')) return heading(std::move(paragraph_));
    if (is_rule(line) || (!paragraph_.empty() && is_underline(line, '-'))) return flush();
    if (line.starts_with('#')) {
      const std::size_t rank = std::min(line.find_first_not_of('#'), line.size());
      const bool is_heading = rank == line.size() || line[rank] == ' ';
      if (is_heading) return atx_heading(line, rank);
    }
    if (line.starts_with('|')) return table_row(line);
    const bool is_item =
        line.size() > 1 && line[1] == ' ' && (line[0] == '-' || line[0] == '*' || line[0] == '+');
    if (is_item) flush();
    add(is_item ? trimmed(line.substr(2)) : line, raw);
  }

  void atx_heading(std::string_view line, std::size_t rank) {
    flush();
    line = trimmed(line.substr(rank));
    // Marks may close a heading as well.
    const std::size_t last = line.find_last_not_of('#');
    if (last == line.npos || (last + 1 < line.size() && line[last] == ' '))
      line = trimmed(line.substr(0, last == line.npos ? 0 : last));
    if (rank == 1) return heading(std::string{line});
    put(markdown_inline_text(line));
  }

  void heading(std::string&& words) {
    const std::string text = markdown_inline_text(words);
    paragraph_.clear();
    if (result_.heading.empty() && result_.body.empty())
      result_.heading = text;
    else
      put(text);
  }

  void table_row(std::string_view line) {
    flush();
    if (line.find_first_not_of(" |:-\t") == line.npos) return;
    std::string cells(
        line.substr(1, line.size() - (line.size() > 1 && line.ends_with('|') ? 2 : 1)));
    std::replace(cells.begin(), cells.end(), '|', ' ');
    put(markdown_inline_text(trimmed(cells)));
  }

  void add(std::string_view line, std::string_view raw) {
    const bool breaks = raw.ends_with("  ") || raw.ends_with("  \r") || line.ends_with('\\');
    if (line.ends_with('\\')) line.remove_suffix(1);
    paragraph_ += line;
    paragraph_ += breaks ? '\n' : ' ';
  }

  void flush() {
    if (paragraph_.empty()) return;
    paragraph_.pop_back();
    put(markdown_inline_text(paragraph_));
    paragraph_.clear();
  }

  void put(std::string_view text) {
    if (text.find_first_not_of(blanks) == text.npos) return;
    if (!result_.body.empty()) result_.body += '\n';
    result_.body += text;
  }

  MarkdownText result_;
  std::string paragraph_;
  bool is_code_ = false;
};

}  // namespace

std::string markdown_inline_text(std::string_view markdown) {
  return InlineReader(markdown).read();
}

MarkdownText markdown_text(std::string_view markdown) {
  return BlockReader().read(markdown);
}

}  // namespace kliping::indexer
