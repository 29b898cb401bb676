// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/part.hpp"
#include "kliping/analysis/token.hpp"
#include "kliping/analysis/user_words.hpp"

namespace kliping {

/// Raise with every change of the rules below, of the lists they use, or of the furniture table. An
/// index that was made by other rules is then refused, instead of searched for terms that it lacks.
inline constexpr int rules_version = 5;

/// Turns text into tokens. The rules, which docs/analysis.md explains at length:
///
/// 1. A word is a run of letters, marks and digits. An apostrophe between letters is dropped
///    (`Jum'at`, jumat). In scripts without spaces every character is a word.
/// 2. Numbers: `1.500.000` is `1500000`; `5,12`, `19.30` are one; `28/3` two; `Rp1,5` is `rp`,
///    `1,5`. `A.B.R.I.` is `abri`, `R&D` one word.
/// 3. Hyphens: a doubled word is one token (`anak-anaknya`); so is a word with its affix
///    (`di-PHK`), and `phk` is another at the same position. Others are split (`Rusia-Korut`);
///    `COVID-19`, `e-KTP`, `pasca-gempa` are also joined, at the first position.
/// 4. Glue: a word whose letter case shows that it is several (`KorutPutin`) is a token, and its
/// pieces
///    are tokens at consecutive positions, the first at that of the whole. So is a word unknown to
///    the lexicon that can be divided into two words (`Utaramengancam`). `KTPnya` has `ktp` at the
///    same position.
/// 5. Variants: the words of a compound that is written as one (`kerjasama`) are tokens as the
/// pieces
///    of glue are. Roots are given in their standard spelling (`resiko`: `risiko`), and roots of
///    words in the spelling of before 1972 in today's (`pertjaja`: `percaya`).
/// 6. Of an address on the web the words of the host are kept, the path is not.
/// 7. A word of the user's lists has the root that they say, and is never taken apart.
/// 8. Positions count from 1, with a gap at line feeds and at furniture.
class Tokenizer {
 public:
  /// `words` may be null.
  Tokenizer(std::string_view text, TokenList& out, const UserWords* words)
      : out_(out), text_(text), words_(words) {}

  /// Tokenizes bytes [begin, end) of the text, as if there were nothing around them.
  void scan(std::size_t begin, std::size_t end);
  /// No phrase crosses this point.
  void gap() noexcept;

 private:
  /// At most so many parts with hyphens between them are looked at together.
  static constexpr std::size_t max_parts = 8;
  static constexpr std::uint32_t gap_positions = 10;

  /// Emits plain words from `i` on as long as the WordMemory knows them. Gives the end of the last
  /// one; `i` where it knows none.
  std::size_t recall(std::string_view text, std::size_t i);
  void remember(std::string_view surface, std::size_t first_token, std::uint32_t first_position);
  std::size_t scan_parts(PartScanner& scanner, std::string_view text, const Part& first);
  std::size_t enter_address(std::string_view text, const Part& part);
  void emit_parts(std::span<const Part> parts);
  std::size_t group_size(std::span<const Part> parts) const;
  void emit_group(std::span<const Part> group);
  void emit_percent(std::size_t sign);
  void emit_joined(const Part& first, const Part& second);
  void emit_part(const Part& part);
  /// Each emits further tokens for a part that was emitted whole, and moves `position_` behind
  /// them. False, without doing anything, for a part that has none of its kind.
  bool emit_pieces(const Part& part);
  bool emit_compound(const Part& part);
  bool emit_halves(const Part& part);
  void push(Span span, std::string_view word, bool has_root);
  std::string_view root_of(std::string_view word);
  bool is_listed(std::string_view word) const noexcept;
  std::string_view join(std::span<const Part> parts, std::string_view hyphen);

  TokenList& out_;
  std::string_view text_;
  const UserWords* words_;
  /// The position of the next word.
  std::uint32_t position_ = 1;
  /// While the host of a web address is being read: where its path begins. 0 outside of addresses.
  std::size_t path_begin_ = 0;
};

}  // namespace kliping
