// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "analysis/stemmer/lexicon.hpp"

namespace kliping::morphology {

/// One way to read a word: agent clitic, prefixes, root, suffix, possessive, particle.
struct Analysis {
  /// The root to answer with, in the lexicon's data.
  std::string_view root;
  /// The head that the affixes were peeled off to; `root` unless the head is itself a derivation.
  std::string_view head;
  Pattern pattern;
  std::string_view agent;
  std::string_view possessive;
  std::string_view particle;
  Cost cost = 0;
};

/// The readings of one word, one for each root. When room runs out the cheapest are kept.
class Analyses {
 public:
  static constexpr std::size_t capacity = 12;

  void add(const Analysis& analysis) noexcept;
  std::span<const Analysis> all() const noexcept { return {items_.data(), size_}; }
  const Analysis* best() const noexcept;

 private:
  std::array<Analysis, capacity> items_;
  std::size_t size_ = 0;
};

enum class Reading : std::uint8_t {
  /// The word as it stands, itself a head or listed, included.
  any,
  /// Only readings that cut an affix (not just a clitic): what a bound head is resolved with.
  derived,
};

/// Whether the word begins or ends as one with an affix or a clitic may; if not, it has none.
bool looks_affixed(std::string_view word) noexcept;

/// Every reading of `word` whose root the lexicon has, by the grammar alone: compiled forms
/// (EntryKind::form) are not consulted. A word over max_word_bytes has none.
Analyses analyse(const Lexicon& lexicon, std::string_view word,
                 Reading reading = Reading::any) noexcept;

/// A word without its enclitics, and which these are.
struct Encliticized {
  std::string_view host;
  const Clitic* possessive;
  const Clitic* particle;
};

/// starts_with and ends_with for affixes, which are too short for a call to memcmp.
constexpr bool begins(std::string_view word, std::string_view head) noexcept {
  if (head.size() > word.size()) return false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (word[i] != head[i]) return false;
  }
  return true;
}
constexpr bool ends(std::string_view word, std::string_view tail) noexcept {
  if (tail.size() > word.size()) return false;
  const std::size_t skipped = word.size() - tail.size();
  for (std::size_t i = tail.size(); i-- > 0;) {
    if (word[skipped + i] != tail[i]) return false;
  }
  return true;
}

/// Calls `visit(Encliticized)` for each way to take enclitics off, none included.
template <typename Visit>
void for_each_host(std::string_view word, Visit&& visit) {
  for (const Clitic& particle : particles) {
    if (!ends(word, particle.letters)) continue;
    const std::string_view inner = word.substr(0, word.size() - particle.letters.size());
    for (const Clitic& possessive : possessives) {
      if (!ends(inner, possessive.letters)) continue;
      const std::string_view host = inner.substr(0, inner.size() - possessive.letters.size());
      if (host.size() >= 2) visit(Encliticized{host, &possessive, &particle});
    }
  }
}

}  // namespace kliping::morphology
