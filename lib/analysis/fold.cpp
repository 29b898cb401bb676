// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "kliping/analysis/analyzer.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

/// Only so many bytes of a very long word are folded: enough for `max_word_bytes` of result unless
/// it is made of marks and invisible characters.
constexpr std::size_t max_folded_surface_bytes = 8 * max_word_bytes;

constexpr std::array<char, 128> lower_letters = [] {
  std::array<char, 128> table{};
  for (int c = 0; c < 128; ++c) table[c] = ascii::lower(static_cast<char>(c));
  return table;
}();

bool is_ascii(std::string_view text) noexcept {
  unsigned char seen = 0;
  for (const char c : text) seen |= static_cast<unsigned char>(c);
  return seen < 0x80;
}

/// The plain sign that stands for a family of quotes and dashes; 0 for any other character.
UChar32 plain_sign(UChar32 c) {
  switch (c) {
    case '`':
    case 0x00B4:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return '"';
    case 0x2212:
      return '-';
    default:
      return u_charType(c) == U_DASH_PUNCTUATION ? '-' : 0;
  }
}

bool is_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

/// Drops what ICU's case folding leaves: marks on Latin letters, the many shapes of quotes.
icu::UnicodeString simplify(const icu::UnicodeString& decomposed) {
  icu::UnicodeString out;
  bool on_latin = false;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!on_latin) out.append(c);
      continue;
    }
    const UChar32 plain = plain_sign(c);
    out.append(plain != 0 ? plain : c);
    on_latin = is_latin(c);
  }
  return out;
}

icu::UnicodeString plain_signs(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const UChar32 plain = plain_sign(c);
    out.append(plain != 0 ? plain : c);
  }
  return out;
}

/// ICU's normalizers, which it makes once for all threads.
struct Normalizers {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold_case = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
};

/// A static variable of our own, so that ThreadSanitizer sees them made once: it cannot see into
/// ICU, which is not built with it.
const Normalizers& normalizers() {
  static const Normalizers made;
  return made;
}

}  // namespace

std::string fold_general(std::string_view text) {
  const Normalizers& to = normalizers();
  UErrorCode status = to.status;
  std::string out;
  if (U_FAILURE(status)) return std::string{text};
  // Signs go first: compatibility mappings would turn an acute accent into a space and a mark.
  const auto wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
  const auto folded = to.fold_case->normalize(plain_signs(wide), status);
  const auto plain = simplify(to.decompose->normalize(folded, status));
  to.compose->normalize(plain, status).toUTF8String(out);
  return out;
}

std::string fold(std::string_view text) {
  if (!is_ascii(text)) return fold_general(text);
  std::string out(text.size(), '\0');
  std::transform(text.begin(), text.end(), out.begin(), [](char c) {
    return c == '`' ? '\'' : lower_letters[static_cast<unsigned char>(c)];
  });
  return out;
}

std::string_view fold_word(std::string_view surface, TokenList& arena) {
  surface = utf8::cut(surface, max_folded_surface_bytes);
  if (is_ascii(surface)) {
    const std::size_t size = std::min(surface.size(), max_word_bytes);
    char* const begin = arena.room(size);
    char* end = begin;
    for (std::size_t i = 0; i < surface.size() && end < begin + size; ++i) {
      *end = lower_letters[static_cast<unsigned char>(surface[i])];
      end += surface[i] != '\'' && surface[i] != '`';
    }
    return arena.keep(end - begin);
  }
  std::string folded = fold_general(surface);
  std::erase(folded, '\'');
  return arena.intern(utf8::cut(folded, max_word_bytes));
}

}  // namespace kliping
