// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/character_class.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kliping {

namespace {

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032 ||
         c == 0x02BB || c == 0x02BC || c == 0x00B4 || c == 0xFF07;
}

/// Hyphen, non-breaking hyphen, figure dash, en dash, minus; an em dash separates.
bool is_hyphen(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

/// Thai, Lao, Khmer and their like by their line-breaking class, the rest by script.
bool is_written_without_spaces(UChar32 c) {
  if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return true;
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

}  // namespace

CharacterClass classify(char32_t character) noexcept {
  const auto c = static_cast<UChar32>(character);
  if (c == '\n' || c == 0x2028 || c == 0x2029) return CharacterClass::line_feed;
  if (is_apostrophe(character)) return CharacterClass::apostrophe;
  if (is_hyphen(character)) return CharacterClass::hyphen;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharacterClass::invisible;
  const auto category = U_MASK(u_charType(c));
  if ((category & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK)) != 0) return CharacterClass::mark;
  if ((category & U_GC_ND_MASK) != 0) return CharacterClass::digit;
  if ((category & U_GC_L_MASK) == 0) return CharacterClass::separator;
  if (is_written_without_spaces(c)) return CharacterClass::ideograph;
  if ((category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) return CharacterClass::upper;
  return (category & U_GC_LL_MASK) != 0 ? CharacterClass::lower : CharacterClass::caseless;
}

}  // namespace kliping
