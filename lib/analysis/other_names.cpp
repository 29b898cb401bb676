// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/other_names.hpp"

#include <algorithm>

#include "analysis/static_table.hpp"
#include "analysis/stemmer/compiled_lexicon.hpp"
#include "analysis/variant.hpp"

namespace kliping {

namespace {

#include "lexicon/acronym_meanings.inc"

/// A row: a query that says `from` also means `to`; if `as_written` is not empty, `from` is an
/// everyday word too and means this only in those capitals. Sorted by the first word of `from`.
enum Column { from, to, as_written };

std::string_view first_word(std::size_t row) {
  const std::string_view phrase = acronym_meanings.cell(row, from);
  return phrase.substr(0, phrase.find(' '));
}

/// `di-PHK`, `KPK-lah`: what a hyphen parts from affixes is the name.
bool is_affixed(const Token& token) {
  return token.root != token.word && token.word.find('-') != std::string_view::npos;
}

bool is_called(const Token& token, std::string_view name) {
  return token.word == name || standard_spelling(token.word) == name ||
         (is_affixed(token) && token.root == name);
}

/// Whether `words` stand at `tokens[i]` and the positions after it.
bool stands_at(const std::vector<std::string>& words, const std::vector<Token>& tokens,
               std::size_t i) {
  if (i + words.size() > tokens.size()) return false;
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (!is_called(tokens[i + k], words[k])) return false;
    if (tokens[i + k].position != tokens[i].position + k) return false;
  }
  return true;
}

/// Behind the token before `end` and its parts, of which `e-KTP` has two.
std::size_t behind_parts(const std::vector<Token>& tokens, std::size_t end) {
  const std::uint32_t whole_end = tokens[end - 1].span.end;
  while (end < tokens.size() && tokens[end].span.begin < whole_end) ++end;
  return end;
}

/// The first of `count` rows, ordered by `key`, that is not before `word`. Clang 14 does not
/// compile GCC's ranges, which would say so in a line.
template <typename Key>
std::size_t first_row(std::size_t count, std::string_view word, Key key) {
  std::size_t begin = 0;
  for (std::size_t end = count; begin < end;) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (key(middle) < word) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

/// The first row of an ambiguous short form.
std::size_t first_reading(std::string_view folded) noexcept {
  return first_row(ambiguous_acronyms.size(), folded,
                   [](std::size_t row) { return ambiguous_acronyms.cell(row, from); });
}

}  // namespace

std::string without_hyphens(std::string_view words) {
  std::string parted{words};
  std::replace(parted.begin(), parted.end(), '-', ' ');
  return parted;
}

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

TabledForm tabled_form(std::string_view folded) noexcept {
  const std::size_t reading = first_reading(folded);
  if (reading < ambiguous_acronyms.size() && ambiguous_acronyms.cell(reading, from) == folded)
    return ambiguous_acronyms.cell(reading, as_written).empty() ? TabledForm::ambiguous
                                                                : TabledForm::ambiguous_word;
  for (std::size_t row = first_row(acronym_meanings.size(), folded, first_word);
       row < acronym_meanings.size() && first_word(row) == folded; ++row) {
    if (acronym_meanings.cell(row, from) == folded) return TabledForm::settled;
  }
  return TabledForm::unknown;
}

bool is_tabled_reading(std::string_view folded, std::string_view words) {
  const std::string parted = without_hyphens(words);
  for (std::size_t row = first_reading(folded);
       row < ambiguous_acronyms.size() && ambiguous_acronyms.cell(row, from) == folded; ++row) {
    if (ambiguous_acronyms.cell(row, to) == parted) return true;
  }
  return false;
}

bool is_everyday_word(std::string_view folded) noexcept {
  const auto entry = morphology::compiled_lexicon.find(folded);
  return entry && entry->kind != morphology::EntryKind::name;
}

std::vector<OtherName> other_names(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<OtherName> found;
  const auto find = [&](std::size_t i, std::string_view word) {
    for (std::size_t row = first_row(acronym_meanings.size(), word, first_word);
         row < acronym_meanings.size() && first_word(row) == word; ++row) {
      const std::vector<std::string> words = words_of(acronym_meanings.cell(row, from));
      if (!stands_at(words, tokens, i)) continue;
      const std::string_view capitals = acronym_meanings.cell(row, as_written);
      if (!capitals.empty() && !text.substr(tokens[i].span.begin).starts_with(capitals)) continue;
      found.push_back(
          {i, behind_parts(tokens, i + words.size()), words_of(acronym_meanings.cell(row, to)), 0});
    }
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t already = found.size();
    const std::string_view word = tokens[i].word;
    find(i, word);
    // `Jogjakarta` has the other names of `Yogyakarta`.
    if (const std::string_view standard = standard_spelling(word); standard != word)
      find(i, standard);
    if (is_affixed(tokens[i])) find(i, tokens[i].root);
    std::stable_sort(found.begin() + already, found.end(),
                     [](const OtherName& a, const OtherName& b) { return a.last > b.last; });
  }
  return found;
}

}  // namespace kliping
