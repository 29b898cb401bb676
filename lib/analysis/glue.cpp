// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/glue.hpp"

#include <algorithm>

#include "analysis/character_class.hpp"
#include "text/ascii.hpp"

namespace kliping {

namespace {

using namespace std::string_view_literals;

/// Pairs of consonants with which words begin. (Before a vowel any consonant may begin a word.)
/// `KPKmemeriksa` is not `KP|Kmemeriksa`, since no word begins with `km`.
constexpr std::string_view onsets[] = {
    "bl"sv, "br"sv, "ch"sv, "cl"sv, "cr"sv, "dr"sv, "fl"sv, "fr"sv, "gl"sv, "gr"sv, "kh"sv,
    "kl"sv, "kr"sv, "ng"sv, "ny"sv, "ph"sv, "pl"sv, "pr"sv, "ps"sv, "sh"sv, "sk"sv, "sl"sv,
    "sm"sv, "sn"sv, "sp"sv, "st"sv, "sw"sv, "sy"sv, "th"sv, "tr"sv, "ts"sv, "tw"sv, "wh"sv};
constexpr std::string_view clitics[] = {"an"sv, "kah"sv, "ku"sv, "lah"sv, "mu"sv, "nya"sv, "pun"sv};

/// Cuts a word where the class of its characters changes in a way that happens between words.
class Unglue {
 public:
  explicit Unglue(std::string_view word) : word_(word) {}

  Pieces pieces() {
    for (std::size_t i = 0; i < word_.size() && sound_;) step(i);
    if (begin_ > 0) cut(word_.size());
    if (!sound_ || is_doubling_digit()) return {};
    return pieces_;
  }

 private:
  void step(std::size_t& i) {
    const std::size_t at = i;
    const CharacterClass c = next_class(word_, i);
    if (has(letters_and_digits, c)) {
      if ((c == CharacterClass::digit) != (before_ == CharacterClass::digit)) {
        cut(at);
      } else if (c == CharacterClass::upper && before_ == CharacterClass::lower) {
        cut(at);
      } else if (c == CharacterClass::lower && before_ == CharacterClass::upper) {
        leave_capitals(at);
      }
      capitals_ = c == CharacterClass::upper ? capitals_ + 1 : 0;
      if (c == CharacterClass::upper) last_capital_ = at;
      ++length_;
      before_ = c;
    }
  }

  /// After several capitals the last of them begins a word (`PDIP|Megawati`), or the small letters
  /// do (`KPK|memeriksa`).
  void leave_capitals(std::size_t at) {
    if (capitals_ < 2) return;
    const bool with_capital = begins_word(word_[last_capital_], word_[at]);
    length_ -= with_capital ? 1 : 0;
    cut(with_capital ? last_capital_ : at);
    length_ = with_capital ? 1 : 0;
  }

  void cut(std::size_t at) {
    if (at == 0) return;
    const bool digits = class_at(word_, begin_) == CharacterClass::digit;
    const std::size_t shortest = digits ? 1 : after_digits_ ? 3 : 2;
    if (length_ < shortest || pieces_.count == Pieces::max) sound_ = false;
    if (!sound_) return;
    pieces_.ends[pieces_.count++] = at;
    after_digits_ = digits;
    begin_ = at;
    length_ = 0;
  }

  /// `orang2` is a doubled word, not two words.
  bool is_doubling_digit() const {
    return pieces_.count == 2 && pieces_.ends[0] >= 3 && word_.substr(pieces_.ends[0]) == "2";
  }

  std::string_view word_;
  Pieces pieces_;
  CharacterClass before_ = CharacterClass::separator;
  std::size_t begin_ = 0;
  std::size_t length_ = 0;
  std::size_t capitals_ = 0;
  std::size_t last_capital_ = 0;
  bool after_digits_ = false;
  bool sound_ = true;
};

}  // namespace

bool begins_word(char first, char next) noexcept {
  const auto is_vowel = [](char c) { return "aeiou"sv.find(c) != std::string_view::npos; };
  const char pair[2] = {static_cast<char>(first | 0x20), next};
  return is_vowel(pair[0]) || is_vowel(pair[1]) ||
         std::ranges::binary_search(onsets, std::string_view{pair, 2});
}

Pieces unglue(std::string_view word) noexcept {
  return Unglue{word}.pieces();
}

std::size_t capitals_before_clitic(std::string_view word) noexcept {
  std::size_t capitals = 0;
  while (capitals < word.size() && ascii::is_upper(word[capitals])) ++capitals;
  const bool clitic = capitals >= 2 && std::ranges::binary_search(clitics, word.substr(capitals));
  return clitic ? capitals : 0;
}

}  // namespace kliping
