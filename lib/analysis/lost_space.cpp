// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lost_space.hpp"

#include <algorithm>
#include <optional>

#include "analysis/by_first_letter.hpp"
#include "analysis/glue.hpp"
#include "analysis/hyphen.hpp"
#include "analysis/static_table.hpp"
#include "analysis/stemmer/compiled_lexicon.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

#include "lexicon/function_words.inc"

using morphology::compiled_lexicon;
using morphology::EntryKind;

/// Shorter words, and words with shorter parts, can be divided into words by chance.
constexpr std::size_t shortest_word = 8;
constexpr std::size_t shortest_first = 4;
constexpr std::size_t shortest_second = 3;
/// Content words, and letters that are no known word, prove less than function words: these must be
/// longer.
constexpr std::size_t shortest_content = 4;
constexpr std::size_t shortest_unknown_second = 5;
/// A longer known word that begins like a suffix is no suffix: anggota, kantor.
constexpr std::size_t shortest_suffix_like = 6;
/// Names and misspelt words often end like a word of three letters, -dan and -ini above all. Such
/// an end counts as a word only behind a longer part.
constexpr std::size_t shortest_before_short = 6;
/// A derived word of the first length proves a boundary beside a known word, one of the second
/// length beside any letters.
constexpr std::size_t shortest_derivation = 6;
constexpr std::size_t firm_derivation = 7;

/// How much a function word proves (see lexicon/function_words.tsv), in ascending order.
enum class Proof { none, beside, end, both };

enum FunctionWordColumn { function_word, proof };

constexpr Proof proof_named(std::string_view name) {
  if (name == "both") return Proof::both;
  return name == "end" ? Proof::end : Proof::beside;
}

constexpr ByFirstLetter function_words{function_word_rows.size(), [](std::size_t row) {
                                         return function_word_rows.cell(row, function_word).front();
                                       }};

Proof proof_of(std::string_view word) noexcept {
  const auto [begin, end] = function_words.at(word.front());
  for (std::size_t row = begin; row < end; ++row) {
    if (function_word_rows.cell(row, function_word) == word) {
      return proof_named(function_word_rows.cell(row, proof));
    }
  }
  return Proof::none;
}

/// A part of a word, and what the lexicon and the list of function words know of it.
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

/// `menulis|kana`, `pencabut|anklise`: a suffix, or the rest of a typing error, looks like the
/// beginning of a word. Words in ng- and ny- are rare enough to be taken for such always.
bool begins_like_suffix(std::string_view second, std::size_t shortest_word_so) noexcept {
  if (second.starts_with("ng") || second.starts_with("ny")) return true;
  return second.size() < shortest_word_so &&
         (second.starts_with("kan") || second.starts_with("an"));
}

/// Whether unknown letters sound like a word, and not like the rest of a misspelt one.
bool may_be_word(std::string_view letters) noexcept {
  return begins_word(letters[0], letters[1]) && !letters.ends_with("nya") &&
         !begins_like_suffix(letters, morphology::max_word_bytes);
}

/// Whether of two known words the second one proves that they are two.
bool ends_clearly(const Stretch& first, const Stretch& second) noexcept {
  // -akan is what typing errors make of -kan.
  if (second.letters() == "akan") return first.is_name();
  if (second.proof() != Proof::none) {
    return second.size() > shortest_second || first.size() >= shortest_before_short ||
           first.is_name();
  }
  return second.is_derivation(shortest_derivation) || second.is_bare_verb();
}

/// Whether of two known words the first one proves that they are two.
bool begins_clearly(const Stretch& first, const Stretch& second) noexcept {
  if (second.size() < shortest_content || second.letters() == "akan") return false;
  if (begins_like_suffix(second.letters(), shortest_suffix_like)) return false;
  return first.proof() != Proof::none || first.is_derivation(shortest_derivation);
}

bool is_boundary_of_words(const Stretch& first, const Stretch& second) noexcept {
  return first.is_known() && second.is_known() &&
         (ends_clearly(first, second) || begins_clearly(first, second)) &&
         // A doubled word that lost its hyphen is the stemmer's: terusmenerus.
         !share_root(first, second);
}

/// Whether one part proves a boundary although the other part is no known word.
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

/// Counts places, and remembers the last of them.
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
  if (!std::ranges::all_of(word, ascii::is_lower)) return 0;
  if (is_in_lexicon(word, root)) return 0;
  Place sure;
  Place likely;
  for (std::size_t i = shortest_first; i + shortest_second <= word.size(); ++i) {
    const Stretch first{word.substr(0, i)};
    const Stretch second{word.substr(i)};
    if (is_free_prefix(first.letters())) {
      if (second.is_known()) return 0;
      continue;
    }
    if (is_boundary_of_words(first, second)) sure.add(i);
    if (is_firm_boundary(first, second)) likely.add(i);
  }
  if (sure.count == 0) return likely.count == 1 ? likely.at : 0;
  return sure.count == 1 ? sure.at : 0;
}

}  // namespace kliping
