// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stemmer/resolve.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/ascii.hpp"

namespace kliping::morphology {
namespace {

using ascii::is_digit;

constexpr std::size_t min_derived_bytes = 4;

/// Reduplication without hyphen and affix: masingmasing, kata2.
bool is_doubled(std::string_view word) {
  const std::size_t half = word.size() / 2;
  return word.back() == '2' || (word.size() % 2 == 0 && word.substr(0, half) == word.substr(half));
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

/// Slips of writers at a seam: `jaringanya` dropped the n that meets the clitic's, `penunjukkan`
/// doubled the root's k as -kan does.
struct Slip {
  std::string_view written;
  std::string_view meant;
};
constexpr Slip slips[] = {{"nya", "nnya"}, {"kkan", "kan"}};
/// What was meant must be a plain derivation, and what is left of the seam is no short name.
constexpr Cost slip_belief_limit = 100;
constexpr std::size_t min_slip_host = 3;

Resolution resolve_slip(const Lexicon& lexicon, std::string_view word) {
  std::array<char, max_word_bytes + 1> text;
  for (const Slip& slip : slips) {
    if (!ends(word, slip.written) || word.size() < slip.written.size() + min_slip_host) continue;
    const std::size_t host = word.size() - slip.written.size();
    std::memcpy(text.data(), word.data(), host);
    std::memcpy(text.data() + host, slip.meant.data(), slip.meant.size());
    const Analyses readings = analyse(lexicon, {text.data(), host + slip.meant.size()});
    const Analysis* const best = readings.best();
    if (best != nullptr && best->cost <= slip_belief_limit) return {best->root, Way::light};
  }
  return {word};
}

/// `dilapangan`: the preposition di, written to its noun. Verbs in di- take no -an.
Resolution resolve_glued_preposition(const Lexicon& lexicon, std::string_view word) {
  constexpr std::string_view preposition = "di";
  constexpr std::string_view enclitic = "nya";
  constexpr std::size_t min_noun = 6;
  if (!begins(word, preposition)) return {word};
  std::string_view noun = word.substr(preposition.size());
  if (ends(noun, enclitic)) noun.remove_suffix(enclitic.size());
  if (noun.size() < min_noun || !ends(noun, letters(Suffix::an))) return {word};
  if (const auto entry = resolve_entry(lexicon, noun)) return {entry->root, Way::light};
  const Analyses readings = analyse(lexicon, noun);
  const Analysis* const best = readings.best();
  const bool plain = best != nullptr && best->cost <= slip_belief_limit;
  return plain ? Resolution{best->root, Way::light} : Resolution{word};
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
  if (const Resolution slip = resolve_slip(lexicon, word); slip.way != Way::whole) return slip;
  if (const Resolution noun = resolve_glued_preposition(lexicon, word); noun.way != Way::whole) {
    return noun;
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
