// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lost_space.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/hyphen.hpp"
#include "analysis/stemmer/compiled_lexicon.hpp"

namespace kliping {

namespace {

#include "lexicon/function_words.inc"

using namespace std::string_view_literals;
using morphology::compiled_lexicon;
using morphology::EntryKind;

/// Shorter parts are in too many words by chance.
constexpr std::size_t shortest_word = 8;
constexpr std::size_t shortest_first = 4;
constexpr std::size_t shortest_second = 3;
/// Of content words, and of letters unknown, which prove less.
constexpr std::size_t shortest_content = 4;
constexpr std::size_t shortest_unknown_second = 5;
/// A word of three letters, and -dan and -ini above all, ends names and typing errors, unless what
/// stands before it is long.
constexpr std::size_t shortest_before_short = 6;
/// A derivation proves a boundary beside a known word, a longer one beside any letters.
constexpr std::size_t shortest_derivation = 6;
constexpr std::size_t firm_derivation = 7;

/// Function words as they stand in the table; none proves less than `beside`.
enum class Proof { none, beside, end, both };

constexpr Proof proof_named(std::string_view name) {
  if (name == "both") return Proof::both;
  return name == "end" ? Proof::end : Proof::beside;
}

Proof proof_of(std::string_view word) noexcept {
  const auto* const row =
      std::ranges::lower_bound(function_word_rows, word, {}, [](const auto& r) { return r[0]; });
  return row != function_word_rows.end() && (*row)[0] == word ? proof_named((*row)[1])
                                                              : Proof::none;
}

/// What is known of a stretch of letters.
class Stretch {
 public:
  explicit Stretch(std::string_view letters)
      : letters_(letters), entry_(compiled_lexicon.find(letters)), proof_(proof_of(letters)) {}

  std::size_t size() const { return letters_.size(); }
  std::string_view letters() const { return letters_; }
  bool is_known() const { return entry_ || proof_ != Proof::none; }
  bool is_name() const { return entry_ && entry_->kind == EntryKind::name; }
  Proof proof() const { return proof_; }

  /// Whether affixes stand before its root: such a word is no part of another.
  bool is_derivation(std::size_t shortest) const {
    return is_affixed() && size() >= shortest &&
           (entry_->place.restored != '\0' || !letters_.starts_with(entry_->root));
  }
  /// `catatkan`, the bare stem of a verb, as headlines have it.
  bool is_bare_verb() const {
    return entry_ && entry_->kind == EntryKind::form && size() >= firm_derivation &&
           letters_.ends_with("kan");
  }
  std::string_view root(RootBuffer& buffer) const {
    return compiled_lexicon.root(letters_, buffer).value_or(letters_);
  }

 private:
  bool is_affixed() const {
    return entry_ && proof_ == Proof::none &&
           (entry_->kind == EntryKind::form || entry_->kind == EntryKind::listed);
  }

  std::string_view letters_;
  std::optional<morphology::Entry> entry_;
  Proof proof_;
};

bool share_root(const Stretch& first, const Stretch& second) noexcept {
  RootBuffer a;
  RootBuffer b;
  return first.root(a) == second.root(b);
}

/// `bertamba|kannya`, `mengati|anny`: a misspelt suffix looks like the beginning of a word, and no
/// Indonesian word of the press begins with ng or ny after one that ends well.
bool may_be_suffix(std::string_view second) noexcept {
  constexpr std::size_t longest_an = 5;
  return second.starts_with("kan") || second.starts_with("ng") || second.starts_with("ny") ||
         (second.starts_with("an") && second.size() <= longest_an);
}

/// Whether unknown letters may begin a word: at most two consonants, and no -nya to cut off.
bool may_be_word(std::string_view letters) noexcept {
  const std::size_t vowel = letters.find_first_of("aeiou");
  return vowel <= 2 && !letters.ends_with("nya") && !may_be_suffix(letters);
}

/// The second of two known words shows that they are two.
bool ends_clearly(const Stretch& first, const Stretch& second) noexcept {
  // -akan is what typing errors make of -kan.
  if (second.letters() == "akan") return first.is_name();
  if (second.proof() != Proof::none) {
    return second.size() > shortest_second || first.size() >= shortest_before_short ||
           first.is_name();
  }
  return second.is_derivation(shortest_derivation) || second.is_bare_verb();
}

/// The first of two known words does.
bool begins_clearly(const Stretch& first, const Stretch& second) noexcept {
  if (second.size() < shortest_content || second.letters() == "akan") return false;
  if (may_be_suffix(second.letters())) return false;
  return first.proof() != Proof::none || first.is_derivation(shortest_derivation);
}

bool is_boundary_of_words(const Stretch& first, const Stretch& second) noexcept {
  return first.is_known() && second.is_known() &&
         (ends_clearly(first, second) || begins_clearly(first, second)) &&
         // A doubled word that lost its hyphen is the stemmer's: terusmenerus.
         !share_root(first, second);
}

/// One of the two alone, the other being unknown, does.
bool is_firm_boundary(const Stretch& first, const Stretch& second) noexcept {
  if (second.is_known() && !first.is_known()) {
    return second.size() >= shortest_content &&
           (second.proof() >= Proof::end || second.is_derivation(firm_derivation));
  }
  return first.is_known() && !second.is_known() && second.size() >= shortest_unknown_second &&
         (first.proof() == Proof::both || first.is_derivation(firm_derivation)) &&
         may_be_word(second.letters());
}

bool is_in_lexicon(std::string_view word, std::string_view root) noexcept {
  return compiled_lexicon.find(root) || (root != word && compiled_lexicon.find(word));
}

/// The only place so far, or that there are several.
struct Place {
  std::size_t at = 0;
  std::size_t count = 0;

  void add(std::size_t place) {
    at = place;
    ++count;
  }
};

}  // namespace

std::size_t find_lost_space(std::string_view word, std::string_view root) noexcept {
  if (word.size() < shortest_word || word.size() > morphology::max_word_bytes) return 0;
  if (!std::ranges::all_of(word, [](char c) { return 'a' <= c && c <= 'z'; })) return 0;
  if (is_in_lexicon(word, root)) return 0;
  Place sure;
  Place likely;
  for (std::size_t i = shortest_first; i + shortest_second <= word.size(); ++i) {
    const Stretch first{word.substr(0, i)};
    const Stretch second{word.substr(i)};
    if (is_free_prefix(first.letters())) return 0;
    if (is_boundary_of_words(first, second)) sure.add(i);
    if (is_firm_boundary(first, second)) likely.add(i);
  }
  if (sure.count == 0) return likely.count == 1 ? likely.at : 0;
  return sure.count == 1 ? sure.at : 0;
}

}  // namespace kliping
