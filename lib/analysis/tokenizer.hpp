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

/// Raise with every change of the rules below, of the lists they use, or of the furniture table:
/// an index made by other rules is then refused instead of searched in vain.
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
/// 4. Glue: a word whose case betrays two (`KorutPutin`) is a token at the first position, its
///    pieces at consecutive ones. `KTPnya` holds `ktp` at the same position. So is a word unknown
///    to the lexicon that is two by its letters (`Utaramengancam`).
/// 5. Variants: a compound in one word (`kerjasama`) is followed by its words like glue by its
///    pieces; a root is given in its standard spelling (`resiko`: `risiko`), that of a word in the
///    spelling of before 1972 in today's (`pertjaja`: `percaya`).
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
  /// Parts joined by hyphens are looked at together up to this many.
  static constexpr std::size_t max_parts = 8;
  static constexpr std::uint32_t gap_positions = 10;

  /// Goes past plain words that are remembered, to the end of the last; `i` where there is none.
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
  /// Each says whether it gave words and went past their positions.
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
  /// Of the next word; the one before it is the last given out.
  std::uint32_t position_ = 1;
  /// Where the path of the address begins whose host is being read; 0 outside of addresses.
  std::size_t path_begin_ = 0;
};

}  // namespace kliping
