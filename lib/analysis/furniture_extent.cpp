// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/furniture_extent.hpp"

#include <algorithm>
#include <string>

#include "text/ascii.hpp"

namespace kliping {

namespace {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;

using namespace std::string_view_literals;
constexpr std::size_t npos = std::string_view::npos;

constexpr std::size_t longest_headline = 200;
constexpr std::size_t longest_sentence = 300;
constexpr std::size_t longest_bracket = 160;
constexpr std::size_t longest_link = 2000;
/// Where a headline in title case is followed by a sentence of the article without any mark, the
/// capitals may go on into that sentence. So many words at the end of the stretch in title case are
/// therefore not taken for the headline.
constexpr std::size_t words_left_to_article = 7;
/// Headlines of fewer words are rare.
constexpr std::size_t sure_headline_words = 9;

/// Words that headlines in title case leave small.
constexpr std::string_view small_words[] = {
    "agar"sv,     "alias"sv,   "antara"sv, "atau"sv,   "bagi"sv,   "bila"sv,   "dalam"sv,
    "dan"sv,      "dari"sv,    "demi"sv,   "dengan"sv, "di"sv,     "hingga"sv, "ini"sv,
    "itu"sv,      "jika"sv,    "kalau"sv,  "karena"sv, "ke"sv,     "kepada"sv, "meski"sv,
    "oleh"sv,     "pada"sv,    "per"sv,    "saat"sv,   "sambil"sv, "sampai"sv, "sebagai"sv,
    "sejak"sv,    "serta"sv,   "soal"sv,   "supaya"sv, "tanpa"sv,  "tapi"sv,   "tentang"sv,
    "terhadap"sv, "terkait"sv, "untuk"sv,  "usai"sv,   "via"sv,    "vs"sv,     "yang"sv};
static_assert(std::ranges::is_sorted(small_words));

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    if (text[i] == ' ' || text[i] == '*')
      ++i;
    else if (text.substr(i, 2) == "\u00A0")
      i += 2;
    else
      break;
  }
  return i;
}

/// A full stop ends a sentence behind a word of three small letters, so that `vs.` and `No.` do
/// not; question and exclamation marks always do. What follows must begin a sentence.
bool ends_sentence(std::string_view text, std::size_t i) {
  if (text[i] != '.' && text[i] != '?' && text[i] != '!') return false;
  if (text[i] == '.' &&
      !(i >= 3 && (text[i - 1] == '.' ||
                   (is_lower(text[i - 1]) && is_lower(text[i - 2]) && is_lower(text[i - 3]))))) {
    return false;
  }
  const std::size_t after = skip_blanks(text, i + 1);
  if (after >= text.size()) return false;
  const std::string_view rest = text.substr(after);
  return is_upper(rest[0]) || rest[0] == '"' || rest.starts_with("\u201C");
}

/// Where a sentence was glued to the headline: `Rusia-Korut|Putin`, `Kilogram|"Sehingga`,
/// `2024|Menurut`.
bool is_glue(std::string_view text, std::size_t i) {
  const std::size_t capital = text[i] == '"' ? i + 1 : i;
  if (i < 2 || capital + 1 >= text.size()) return false;
  if (!is_upper(text[capital]) || !is_lower(text[capital + 1])) return false;
  return (is_lower(text[i - 1]) && is_lower(text[i - 2])) ||
         (is_digit(text[i - 1]) && is_digit(text[i - 2]));
}

/// The first sure end in [begin, end); 0 where there is none.
std::size_t sure_end(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (is_glue(text, i)) return i;
    if (ends_sentence(text, i)) return i + 1;
  }
  return 0;
}

bool looks_like_prose(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" *\t");
  if (last == npos) return false;
  return line[last] == '.' || line[last] == ',' || line[last] == '"' || line[last] == ';';
}

/// A stretch of words in title case (function words in small letters allowed).
struct TitleCase {
  std::size_t end = 0;
  /// The headline certainly reaches up to here; the beginning if nothing is certain.
  std::size_t sure_end = 0;
};

TitleCase title_case(std::string_view text, std::size_t begin, std::size_t limit) {
  std::size_t ends[longest_headline];
  std::size_t count = 0;
  text = text.substr(0, limit);
  std::size_t i = begin;
  while (i < limit) {
    const std::size_t word = text.find_first_not_of(' ', i);
    if (word == npos) break;
    const std::size_t end = std::min(text.find(' ', word), limit);
    const bool small = is_lower(text[word]);
    if (small && !std::ranges::binary_search(small_words, text.substr(word, end - word))) break;
    ends[count++] = end;
    i = end;
  }
  if (count <= words_left_to_article) return {i, begin};
  return {i, ends[std::min(count - words_left_to_article, sure_headline_words) - 1]};
}

std::size_t headline_end(std::string_view text, std::size_t label_end) {
  const std::string_view ahead = text.substr(label_end, longest_headline);
  const std::string_view line = ahead.substr(0, ahead.find('\n'));
  const std::size_t stop = label_end + line.size();
  const bool whole_line = line.size() < ahead.size() || stop == text.size();
  if (whole_line && !looks_like_prose(line)) return stop;
  const std::size_t begin = std::min(skip_blanks(text, label_end), stop);
  // An end behind the first plain word is a later sentence's, not the headline's.
  const TitleCase title = title_case(text, begin, stop);
  if (const std::size_t end = sure_end(text, begin, title.end); end != 0) return end;
  return title.sure_end == begin ? label_end : title.sure_end;
}

/// `Simak Video 'title':`, `Tonton juga video "title" di sini:`, `Simak juga Video: title`.
std::size_t video_end(std::string_view text, std::size_t label_end) {
  const std::size_t begin = skip_blanks(text, label_end);
  if (begin == text.size()) return 0;
  const char sign = text[begin];
  if (sign == ':') return headline_end(text, begin + 1);
  if (sign != '\'' && sign != '"') return 0;
  const std::string_view title = text.substr(begin + 1, longest_headline);
  // The quote that closes it is followed by a colon, or is the first before a blank.
  std::size_t close = title.find(std::string{sign} + ':');
  if (close == npos) close = title.find(std::string{sign} + ' ');
  if (close == npos) return 0;
  std::size_t end = begin + 1 + close + 1;
  if (text.substr(end).starts_with(" di sini")) end += 8;
  return end + (text.substr(end).starts_with(':') ? 1 : 0);
}

std::size_t sentence_end(std::string_view text, std::size_t label_end) {
  const std::size_t limit = std::min(text.size(), label_end + longest_sentence);
  for (std::size_t i = label_end; i < limit; ++i) {
    if (text[i] == '\n') return i;
    if (text[i] != '.') continue;
    if (i + 1 == text.size() || " \"*;\n'"sv.find(text[i + 1]) != npos) return i + 1;
  }
  return limit == text.size() ? limit : label_end;
}

std::size_t bracket_end(std::string_view text, std::size_t label_begin, std::size_t label_end) {
  const std::string_view label = text.substr(label_begin, label_end - label_begin);
  const char close = label.find('{') != npos ? '}' : label.find('(') != npos ? ')' : ']';
  const std::string_view inside = text.substr(label_end, longest_bracket);
  const std::size_t at = inside.find(close);
  return at == npos || inside.find('\n') < at ? 0 : label_end + at + 1;
}

std::size_t link_end(std::string_view text, std::size_t label_end) {
  const std::string_view target = text.substr(label_end, longest_link);
  const std::size_t close = target.find_first_of(")] \n");
  if (close == npos || target[close] != ')') return 0;
  const std::size_t end = label_end + close + 1;
  if (!text.substr(end).starts_with("{")) return end;
  const std::size_t attributes = bracket_end(text, end, end + 1);
  return attributes == 0 ? end : attributes;
}

std::size_t script_end(std::string_view text, std::size_t label_end) {
  const std::size_t at = text.substr(label_end, longest_sentence).find("});");
  return at == npos ? label_end : label_end + at + 3;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) {
    return x == y || ((x | 0x20) == (y | 0x20) && is_lower(static_cast<char>(x | 0x20)));
  });
}

constexpr std::size_t longest_dateline = 80;

/// Only capitalised words, commas and emphasis stand before the outlet.
bool is_place(std::string_view before) {
  bool in_word = false;
  for (const char c : before) {
    const bool letter = ascii::is_letter(c);
    if (letter && !in_word && is_lower(c)) return false;
    if (!letter && " ,*('[/"sv.find(c) == npos) return false;
    in_word = letter;
  }
  return true;
}

/// A dash follows, or a comma and a place (`Liputan6.com, Jakarta`).
bool dateline_goes_on(std::string_view text, std::size_t i) {
  i = skip_blanks(text, i);
  if (text.substr(i, 1) == ")") i = skip_blanks(text, i + 1);
  const std::string_view rest = text.substr(i);
  if (rest.starts_with('-') || rest.starts_with("\u2013") || rest.starts_with("\u2014"))
    return true;
  return (rest.starts_with(", ") || rest.starts_with(". ")) && rest.size() > 2 && is_upper(rest[2]);
}

Span named_outlet(std::string_view text, std::size_t begin) {
  const std::string_view head = text.substr(begin, longest_dateline);
  for (const std::string_view name : dateline_names) {
    const std::size_t at = head.find(name);
    if (at == npos || !is_place(head.substr(0, at))) continue;
    if (!dateline_goes_on(text, begin + at + name.size())) continue;
    return {static_cast<std::uint32_t>(begin + at),
            static_cast<std::uint32_t>(begin + at + name.size())};
  }
  return {};
}

}  // namespace

Span dateline_outlet(std::string_view text, std::size_t begin) {
  const std::string_view line = text.substr(begin, longest_dateline);
  const std::string_view head = line.substr(0, line.find('\n'));
  const std::size_t dot = head.find('.');
  std::size_t name = std::min(dot, head.size());
  while (name > 0 && (ascii::is_letter_or_digit(head[name - 1]) || head[name - 1] == '-')) {
    --name;
  }
  if (dot != npos && dot > name + 2 && is_upper(head[name]) && is_place(head.substr(0, name))) {
    for (const std::string_view domain : dateline_domains) {
      const std::size_t end = begin + dot + domain.size();
      if (equal_ignoring_case(text.substr(begin + dot, domain.size()), domain) &&
          dateline_goes_on(text, end)) {
        return {static_cast<std::uint32_t>(begin + name), static_cast<std::uint32_t>(end)};
      }
    }
  }
  return named_outlet(text.substr(0, begin + head.size()), begin);
}

Span closing_initials(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \n\t*");
  if (last == npos || (text[last] != ']' && text[last] != ')')) return {};
  const char open = text[last] == ']' ? '[' : '(';
  std::size_t i = last;
  std::size_t letters = 0;
  for (std::size_t initials = 1; i > 0 && initials <= 4 && letters <= 4; --i) {
    const char c = text[i - 1];
    if (is_lower(c)) {
      ++letters;
    } else if (letters < 2 || (c != open && c != '/')) {
      return {};
    } else if (c == open) {
      return {static_cast<std::uint32_t>(i - 1), static_cast<std::uint32_t>(last + 1)};
    } else {
      letters = 0;
      ++initials;
    }
  }
  return {};
}

std::size_t furniture_end(std::string_view text, std::size_t begin, std::size_t label_end,
                          Extent extent) {
  switch (extent) {
    case Extent::label:
      return label_end;
    case Extent::headline:
      return headline_end(text, label_end);
    case Extent::video:
      return video_end(text, label_end);
    case Extent::sentence:
      return sentence_end(text, label_end);
    case Extent::bracket:
      return bracket_end(text, begin, label_end);
    case Extent::link:
      return link_end(text, label_end);
    case Extent::script:
      return script_end(text, label_end);
  }
  return 0;
}

}  // namespace kliping
