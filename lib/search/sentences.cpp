// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "search/passages.hpp"
#include "text/ascii.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

using ascii::is_lower;
using ascii::is_upper;

/// Words before a full stop that does not end a sentence: titles, ranks, addresses, numbering.
constexpr std::array<std::string_view, 22> abbreviations{
    "bpk",  "dr", "dra", "drg", "drs", "dsb", "dkk", "gg",   "hj", "hlm", "ir",
    "jend", "jl", "kec", "kel", "kh",  "kol", "no",  "prof", "rp", "st",  "tgl"};

/// Signs that may close a sentence. The limit keeps the time for a long row of full stops linear.
constexpr int max_closers = 4;

constexpr std::size_t longest_abbreviation =
    std::ranges::max(abbreviations, {}, &std::string_view::size).size();

bool is_abbreviation(std::string_view word) {
  if (word.size() < 2) return true;  // an initial
  if (word.size() > longest_abbreviation) return false;
  const std::string lower = ascii::lowered(word);
  return std::find(abbreviations.begin(), abbreviations.end(), lower) != abbreviations.end();
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0) {
    const char c = text[begin - 1];
    const bool letter = ascii::is_letter(c) || (c & 0x80) != 0;
    if (!letter) break;
    --begin;
  }
  return text.substr(begin, at - begin);
}

/// The place behind the closing quotes and brackets of a sentence that ends before `at`.
std::size_t skip_closers(std::string_view text, std::size_t at) {
  for (int i = 0; i < max_closers && at < text.size(); ++i) {
    const auto c = utf8::decode(text, at);
    const bool closer = c.value == '"' || c.value == '\'' || c.value == ')' || c.value == 0x201D ||
                        c.value == 0x2019 || c.value == '.' || c.value == '!' || c.value == '?';
    if (!closer) break;
    at += c.bytes;
  }
  return at;
}

/// Whether scraping lost the space between two sentences, `banjir.Warga`, unlike in `A.B.` and in
/// `kompas.com`.
bool begins_glued(std::string_view text, std::size_t stop, std::size_t next) {
  if (next + 1 >= text.size() || stop < 2 || text[stop] != '.') return false;
  return is_lower(text[stop - 1]) && is_lower(text[stop - 2]) && is_upper(text[next]) &&
         is_lower(text[next + 1]);
}

/// The end of the sentence whose stop is at `at`; 0 if the sentence goes on.
std::size_t end_after_stop(std::string_view text, std::size_t at) {
  const char stop = text[at];
  if (stop != '.' && stop != '!' && stop != '?') return 0;
  const std::size_t end = skip_closers(text, at + 1);
  const bool apart = end == text.size() || utf8::is_space(utf8::decode(text, end).value);
  if (!apart) return begins_glued(text, at, end) ? end : 0;
  if (stop == '.') {
    const std::string_view word = word_before(text, at);
    if (!word.empty() && is_abbreviation(word)) return 0;
  }
  return end;
}

/// The bytes at `at` that belong to something before the sentence: `- ` of a dateline, `** - ` and
/// `![` of Markdown, `" ` of a quotation that ended. 0 if the sentence begins here.
std::size_t leftover_bytes(std::string_view text, std::size_t at, std::size_t end) {
  const auto c = utf8::decode(text, at);
  if (utf8::is_space(c.value)) return c.bytes;
  const std::size_t next = at + c.bytes;
  const char behind = next < end ? text[next] : ' ';
  switch (c.value) {
    case '*':
    case '|':
    case U'•':
    case ',':
    case ';':
    case ')':
    case ']':
    case U'”':
      return c.bytes;
    case '-':
    case U'–':
    case U'—':
      return is_lower(behind) || ascii::is_digit(behind) ? 0 : c.bytes;
    case '"':
      return behind == ' ' ? c.bytes : 0;
    case '!':
      return behind == '[' ? c.bytes + 1 : 0;
    default:
      return 0;
  }
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t leftover = leftover_bytes(text, begin, end);
    if (leftover == 0) break;
    begin += leftover;
  }
  while (end > begin) {
    const std::size_t last = utf8::character_start(text, end - 1);
    if (!utf8::is_space(utf8::decode(text, last).value)) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Finds the signs at which a sentence may end. Each of them is rare, so that its next place is
/// remembered until it is passed.
class Stops {
 public:
  explicit Stops(std::string_view text) : text_(text) {
    for (std::size_t k = 0; k < signs.size(); ++k) seek(k, 0);
  }

  /// The first of these signs in [at, end); `end` if there is none. `at` must not decrease.
  std::size_t next(std::size_t at, std::size_t end) {
    std::size_t first = end;
    for (std::size_t k = 0; k < signs.size(); ++k) {
      if (next_[k] < at) seek(k, at);
      first = std::min(first, next_[k]);
    }
    return first;
  }

 private:
  static constexpr std::string_view signs = ".\n!?";

  void seek(std::size_t k, std::size_t at) {
    next_[k] = std::min(text_.find(signs[k], at), text_.size());
  }

  std::string_view text_;
  std::array<std::size_t, signs.size()> next_{};
};

}  // namespace

std::vector<Span> sentences(std::string_view text, const std::vector<Span>& furniture) {
  std::vector<Span> found;
  Stops stops(text);
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    const Span span = trimmed(text, begin, end);
    if (!span.empty()) found.push_back(span);
  };
  auto next_furniture = furniture.begin();
  for (std::size_t i = 0; i < text.size();) {
    if (next_furniture != furniture.end() && i >= next_furniture->begin) {
      finish(i);
      i = begin = std::max<std::size_t>(i, next_furniture->end);
      ++next_furniture;
      continue;
    }
    const std::size_t limit =
        next_furniture == furniture.end() ? text.size() : next_furniture->begin;
    i = stops.next(i, std::min(limit, text.size()));
    if (i == limit || i == text.size()) continue;
    const std::size_t end = text[i] == '\n' ? i + 1 : end_after_stop(text, i);
    if (end > 0) {
      finish(end);
      begin = end;
    }
    i = std::max(i + 1, end);
  }
  finish(text.size());
  return found;
}

}  // namespace kliping
