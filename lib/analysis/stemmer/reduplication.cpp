// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "analysis/stemmer/resolve.hpp"

namespace kliping::morphology {
namespace {

/// Hyphened words over this are left whole; three of the longest words fit.
constexpr std::size_t max_hyphened_bytes = 3 * max_word_bytes;

/// What a writer sets off by a hyphen before a foreign word, a name, a number or initials.
constexpr std::string_view hyphened_prefixes[] = {"di",   "me",  "mem", "men", "meng",   "menge",
                                                  "ber",  "ter", "per", "pe",  "pem",    "pen",
                                                  "peng", "ke",  "se",  "nge", "memper", "diper"};
constexpr std::string_view hyphened_suffixes[] = {"nya", "ku", "mu",  "lah", "kah",
                                                  "pun", "an", "kan", "i"};

/// The second half of reciprocal and emphatic copies takes the nasal of meN-: tolong-menolong.
/// And the copy of meny-(s)ebut is nyebut: its prefix stands on the first half only.
constexpr std::string_view copied_prefixes[] = {"me", "pe"};
constexpr Cost copied_prefix_cost = 200;
/// A half that is itself a root.
constexpr Cost half_is_root_merit = 300;
constexpr std::size_t min_copy_bytes = 3;
/// A word with a doubled stretch inside must be a plain derivation without it.
constexpr Cost copy_belief_limit = 100;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

Analyses readings_of_half(const Lexicon& lexicon, std::string_view half) {
  Analyses readings = analyse(lexicon, half);
  if (const auto entry = lexicon.find(half); entry && entry->kind != EntryKind::form) {
    readings.add({entry->root, entry->word, {}, {}, {}, {}, -half_is_root_merit});
  }
  for (const std::string_view prefix : copied_prefixes) {
    std::array<char, max_word_bytes> text;
    if (half.size() + prefix.size() > text.size()) continue;
    std::memcpy(text.data(), prefix.data(), prefix.size());
    std::memcpy(text.data() + prefix.size(), half.data(), half.size());
    const Analyses copies = analyse(lexicon, {text.data(), prefix.size() + half.size()});
    for (Analysis a : copies.all()) {
      a.cost += copied_prefix_cost;
      readings.add(a);
    }
  }
  return readings;
}

/// The root that both halves can be read as, with the least cost together.
std::optional<std::string_view> common_root(const Lexicon& lexicon, std::string_view first,
                                            std::string_view second) {
  const Analyses readings = readings_of_half(lexicon, first);
  const Analyses copies = readings_of_half(lexicon, second);
  std::optional<std::string_view> root;
  Cost least = 0;
  for (const Analysis& a : readings.all()) {
    for (const Analysis& b : copies.all()) {
      if (a.root != b.root) continue;
      if (root && a.cost + b.cost >= least) continue;
      root = a.root;
      least = a.cost + b.cost;
    }
  }
  return root;
}

/// Copies of words that the lexicon has not: debitur-debiturnya, itung-itungan.
std::optional<Resolution> plain_copy(const Lexicon& lexicon, std::string_view first,
                                     std::string_view second) {
  if (first.size() < min_copy_bytes) return std::nullopt;
  if (second.starts_with(first)) return resolve_simple(lexicon, first);
  std::optional<Resolution> found;
  for_each_host(second, [&](const Encliticized& split) {
    if (!found && split.host.size() >= min_copy_bytes && first.ends_with(split.host)) {
      found = resolve_simple(lexicon, first);
    }
  });
  return found;
}

/// A hyphened word of the lexicon (sayur-mayur), perhaps with clitics.
std::optional<Resolution> hyphened_entry(const Lexicon& lexicon, std::string_view word) {
  std::optional<Resolution> found;
  for_each_host(word, [&](const Encliticized& split) {
    if (found) return;
    const auto entry = lexicon.find(split.host);
    if (entry && entry->kind != EntryKind::form) found = {entry->root, Way::listed};
  });
  return found;
}

Resolution copied(std::string_view root) {
  return {root, Way::reduplication};
}

Resolution resolve_pair(const Lexicon& lexicon, std::string_view word, std::size_t hyphen) {
  const std::string_view first = word.substr(0, hyphen);
  const std::string_view second = word.substr(hyphen + 1);
  if (is_one_of(second, hyphened_suffixes)) {
    return {resolve(lexicon, first).root, Way::light};
  }
  if (is_one_of(first, hyphened_prefixes) && !second.empty()) {
    return {resolve(lexicon, second).root, Way::light};
  }
  if (first == second) return copied(resolve_simple(lexicon, first).root);
  if (const auto root = common_root(lexicon, first, second)) return copied(*root);
  if (const auto entry = hyphened_entry(lexicon, word)) return *entry;
  if (const auto copy = plain_copy(lexicon, first, second)) return copied(copy->root);
  // A pair of words, less its clitics: besar-kecilnya, but pasca-kalah.
  Resolution pair{word};
  if (lexicon.find(second)) return pair;
  for_each_host(second, [&](const Encliticized& split) {
    const auto entry = lexicon.find(split.host);
    if (pair.way == Way::whole && split.host.size() < second.size() && entry) {
      pair = {word.substr(0, hyphen + 1 + split.host.size()), Way::light};
    }
  });
  return pair;
}

}  // namespace

Resolution resolve_hyphenated(const Lexicon& lexicon, std::string_view word) noexcept {
  if (word.size() > max_hyphened_bytes) return {word};
  const std::size_t hyphen = word.find('-');
  const std::size_t last = word.rfind('-');
  if (hyphen == last) return resolve_pair(lexicon, word, hyphen);
  // Three parts and more: mem-PHK-kan, se-hari-hari, mobil-mobil-nya.
  if (is_one_of(word.substr(last + 1), hyphened_suffixes)) {
    return {resolve(lexicon, word.substr(0, last)).root, Way::light};
  }
  if (is_one_of(word.substr(0, hyphen), hyphened_prefixes)) {
    return {resolve(lexicon, word.substr(hyphen + 1)).root, Way::light};
  }
  return {word};
}

namespace {

/// masingmasing, undangundangnya.
Resolution resolve_doubled(const Lexicon& lexicon, std::string_view word) {
  Resolution found{word};
  for_each_host(word, [&](const Encliticized& split) {
    if (found.way != Way::whole) return;
    for (const Suffix suffix : {Suffix::none, Suffix::an}) {
      const std::string_view tail = letters(suffix);
      if (!ends(split.host, tail)) continue;
      const std::string_view body = split.host.substr(0, split.host.size() - tail.size());
      const std::string_view half = body.substr(0, body.size() / 2);
      if (half.size() < min_copy_bytes || body.size() % 2 != 0 || !body.ends_with(half)) continue;
      const auto entry = lexicon.find(half);
      if (entry && entry->kind != EntryKind::name) {
        found = copied(resolve_simple(lexicon, half).root);
        return;
      }
    }
  });
  return found;
}

/// bertanyatanya, sebaikbaiknya: without one copy it must be a word that the grammar reads.
Resolution resolve_doubled_inside(const Lexicon& lexicon, std::string_view word) {
  std::array<char, max_word_bytes> text;
  for (std::size_t size = word.size() / 2; size > min_copy_bytes; --size) {
    for (std::size_t at = 1; at + 2 * size <= word.size(); ++at) {
      if (word.substr(at, size) != word.substr(at + size, size)) continue;
      std::memcpy(text.data(), word.data(), at);
      std::memcpy(text.data() + at, word.data() + at + size, word.size() - at - size);
      const Analyses readings = analyse(lexicon, {text.data(), word.size() - size});
      const Analysis* const best = readings.best();
      if (best != nullptr && best->cost <= copy_belief_limit) return copied(best->root);
    }
  }
  return {word};
}

/// kata2, orang2nya: a 2 for the copy.
Resolution resolve_figure_two(const Lexicon& lexicon, std::string_view word) {
  const std::size_t two = word.find('2');
  if (two == std::string_view::npos || two < min_copy_bytes) return {word};
  const std::string_view tail = word.substr(two + 1);
  if (!tail.empty() && !is_one_of(tail, hyphened_suffixes)) return {word};
  const Resolution host = resolve_simple(lexicon, word.substr(0, two));
  if (host.way == Way::whole || host.way == Way::light || host.way == Way::name) return {word};
  return copied(host.root);
}

}  // namespace

Resolution resolve_lost_hyphen(const Lexicon& lexicon, std::string_view word) noexcept {
  for (const auto way : {resolve_figure_two, resolve_doubled, resolve_doubled_inside}) {
    if (const Resolution found = way(lexicon, word); found.way != Way::whole) return found;
  }
  return {word};
}

}  // namespace kliping::morphology
