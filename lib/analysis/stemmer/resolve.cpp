// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stemmer/resolve.hpp"

#include <algorithm>

namespace kliping::morphology {
namespace {

constexpr std::size_t min_derived_bytes = 4;

/// Reduplication without hyphen and affix: masingmasing, kata2.
bool is_doubled(std::string_view word) {
  const std::size_t half = word.size() / 2;
  return word.back() == '2' || (word.size() % 2 == 0 && word.substr(0, half) == word.substr(half));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// 1980an: the decade.
std::string_view decade(std::string_view word) {
  if (!is_digit(word[0]) || !word.ends_with("an")) return {};
  const std::string_view number = word.substr(0, word.size() - 2);
  return !number.empty() && std::all_of(number.begin(), number.end(), is_digit)
             ? number
             : std::string_view{};
}

Way way_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::name:
      return Way::name;
    case EntryKind::listed:
      return Way::listed;
    default:
      return Way::head;
  }
}

/// What the lexicon itself says of a word, compiled forms aside.
std::optional<Resolution> resolve_entry(const Lexicon& lexicon, std::string_view word) {
  const std::optional<Entry> entry = lexicon.find(word);
  if (!entry || entry->kind == EntryKind::form) return std::nullopt;
  const bool resolved = entry->kind == EntryKind::head && entry->root != entry->word;
  return Resolution{entry->root, resolved ? Way::listed : way_of(entry->kind)};
}

}  // namespace

Resolution resolve_simple(const Lexicon& lexicon, std::string_view word) noexcept {
  if (const auto found = resolve_entry(lexicon, word)) return *found;
  return resolve_absent(lexicon, word);
}

bool may_be_inflected(std::string_view word) noexcept {
  return word.size() >= min_derived_bytes && word.size() <= max_word_bytes &&
         (looks_affixed(word) || is_doubled(word));
}

Resolution resolve_absent(const Lexicon& lexicon, std::string_view word) noexcept {
  if (!may_be_inflected(word)) return {word};
  if (const std::string_view number = decade(word); !number.empty()) {
    return {number, Way::light};
  }
  const Analyses analyses = analyse(lexicon, word);
  if (const Analysis* best = analyses.best(); best != nullptr && best->cost <= belief_limit) {
    return {best->root, Way::affixes, *best};
  }
  if (const Resolution copy = resolve_lost_hyphen(lexicon, word); copy.way != Way::whole) {
    return copy;
  }
  return resolve_unknown(lexicon, word);
}

bool has_inner_hyphen(std::string_view word) noexcept {
  const std::size_t hyphen = word.find('-');
  return hyphen != std::string_view::npos && hyphen != 0 && word.back() != '-';
}

Resolution resolve(const Lexicon& lexicon, std::string_view word) noexcept {
  if (const auto found = resolve_entry(lexicon, word)) return *found;
  if (has_inner_hyphen(word)) return resolve_hyphenated(lexicon, word);
  return resolve_absent(lexicon, word);
}

}  // namespace kliping::morphology
