// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/character_class.hpp"
#include "kliping/analysis/token.hpp"
#include "kliping/span.hpp"

namespace kliping {

/// What stands between two separators or hyphens: a word, a number with its dots and commas, or an
/// abbreviation with its dots. The tokenizer makes tokens of one or several parts.
struct Part {
  Span span;
  /// Folded, in the arena: `1.500.000` is `1500000`, `A.B.R.I` is `abri`.
  std::string_view folded;
  /// Classes of all its characters.
  ClassSet classes = 0;

  bool is_number() const noexcept { return !has_letters(); }
  bool has_letters() const noexcept {
    return (classes & (letters | CharacterClass::ideograph)) != 0;
  }
};

/// Cuts a text into parts.
class PartScanner {
 public:
  PartScanner(std::string_view text, TokenList& arena) : text_(text), arena_(arena) {}

  /// The part that begins at byte `i`; false where none does.
  bool scan(std::size_t i, Part& part);

 private:
  struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    ClassSet classes = 0;
    /// Letters and digits.
    std::size_t characters = 0;

    bool only_letters() const noexcept {
      return (classes & ~(letters | CharacterClass::mark)) == 0;
    }
  };

  Run run_at(std::size_t begin) const;
  bool apostrophe_joins(CharacterClass before, std::size_t after) const;
  void take(std::size_t begin, std::size_t end, ClassSet classes, std::string_view folded,
            Part& part) const;
  void take_number(const Run& run, Part& part);
  bool take_abbreviation(const Run& run, Part& part);
  bool take_ampersand(const Run& run, Part& part);

  std::string_view text_;
  TokenList& arena_;
  /// Up to this byte, numbers joined by dots are known to be several: `21.10.2025` is three.
  std::size_t separate_numbers_until_ = 0;
};

}  // namespace kliping
