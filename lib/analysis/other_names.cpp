// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/other_names.hpp"

#include <algorithm>
#include <array>

namespace kliping {

namespace {

#include "lexicon/acronym_meanings.inc"

/// A row: a query that says `from` also means `to`; if `as_written` is not empty, `from` is an
/// everyday word too and means this only in those capitals.
enum Column { from, to, as_written };
using Meaning = std::array<std::string_view, 3>;

std::string_view first_word(std::string_view phrase) {
  return phrase.substr(0, phrase.find(' '));
}

struct ByFirstWord {
  bool operator()(const Meaning& a, std::string_view b) const { return first_word(a[from]) < b; }
  bool operator()(std::string_view a, const Meaning& b) const { return a < first_word(b[from]); }
};

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words(1);
  for (const char c : phrase) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// Whether `words` stand at `tokens[i]` and the positions after it.
bool stands_at(const std::vector<std::string>& words, const std::vector<Token>& tokens,
               std::size_t i) {
  if (i + words.size() > tokens.size()) return false;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (tokens[i + k].word != words[k]) return false;
    if (tokens[i + k].position != tokens[i].position + k) return false;
  }
  return true;
}

}  // namespace

std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<OtherName> found;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto [begin, end] = std::equal_range(acronym_meanings.begin(), acronym_meanings.end(),
                                               tokens[i].word, ByFirstWord{});
    const std::size_t already = found.size();
    for (auto meaning = begin; meaning != end; ++meaning) {
      const std::vector<std::string> words = words_of((*meaning)[from]);
      if (!stands_at(words, tokens, i)) continue;
      const std::string_view capitals = (*meaning)[as_written];
      if (!capitals.empty() && !text.substr(tokens[i].span.begin).starts_with(capitals)) continue;
      found.push_back({i, i + words.size(), words_of((*meaning)[to])});
    }
    std::stable_sort(found.begin() + already, found.end(),
                     [](const OtherName& a, const OtherName& b) { return a.last > b.last; });
  }
  return found;
}

}  // namespace kliping
