// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uchar.h>

#include <array>

#include "kliping/text/decode.hpp"
#include "text/character_reference.hpp"
#include "text/utf8.hpp"
#include "text/windows1252.hpp"

namespace kliping::text {

namespace {

/// Escaped thrice (`&amp;amp;nbsp;`) was seen; a bound keeps the work linear.
constexpr int max_passes = 4;

/// Bytes that may begin something to mend; the rest of a text is copied at once.
constexpr std::array<bool, 256> suspects = [] {
  std::array<bool, 256> table{};
  for (int c = 0; c < 0x20; ++c) table[c] = c != '\t' && c != '\n';
  table['&'] = table[0x7F] = true;
  table[0xC2] = true;  // C1 controls
  table[0xC3] = true;  // Â to ô: the lead bytes of UTF-8 taken for Windows-1252
  table[0xEF] = true;  // U+FEFF
  return table;
}();

std::size_t find_suspect(std::string_view text, std::size_t i) noexcept {
  while (i < text.size() && !suspects[static_cast<unsigned char>(text[i])]) ++i;
  return i;
}

/// Something to mend: what `length` bytes become.
struct Mend {
  std::size_t length = 0;
  std::string replacement;
  /// What it becomes may have to be mended in turn.
  bool reveals = false;
};

/// One character out of UTF-8 bytes that were read as Windows-1252, moving `i` behind them; or
/// `not_a_character`, leaving `i`.
char32_t unscramble(std::string_view text, std::size_t& i) {
  char bytes[4];
  std::size_t size = 0;
  std::size_t wanted = 1;
  std::size_t at = i;
  while (size < wanted && at < text.size()) {
    const char32_t character = utf8::next(text, at);
    const auto byte = to_windows1252(character);
    if (!byte || *byte < 0x80) return utf8::not_a_character;
    if (size == 0) wanted = *byte < 0xC2 ? 0 : *byte < 0xE0 ? 2 : *byte < 0xF0 ? 3 : 4;
    if (wanted == 0 || *byte > 0xF4) return utf8::not_a_character;
    bytes[size++] = static_cast<char>(*byte);
  }
  if (size < wanted) return utf8::not_a_character;
  std::size_t used = 0;
  const char32_t character = utf8::next({bytes, size}, used);
  if (character != utf8::not_a_character) i = at;
  return character;
}

bool is_typography(char32_t c) {
  return (c >= 0xA0 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2044) || c == 0x20AC || c == 0x2122 ||
         c == 0xFEFF;
}

/// A single scrambled character proves itself only where its two halves never meet in real text:
/// `NESCAFÉ®` would be one otherwise.
bool proves_itself(char32_t c) {
  return is_typography(c) || (c >= 0xC0 && c <= 0x17F) || c > 0xFFFF;
}

/// U+0080 to U+009F stand in no text: among scrambled bytes they prove the scrambling (`â\x8F³`).
bool holds_control(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  return false;
}

Mend mend_mojibake(std::string_view text, std::size_t i) {
  std::size_t end = i;
  int count = 0;
  bool is_proved = false;
  Mend mend;
  while (end < text.size()) {
    std::size_t after = end;
    const char32_t c = unscramble(text, after);
    if (c == utf8::not_a_character) break;
    const bool has_proof = proves_itself(c) || holds_control(text.substr(end, after - end));
    if (!has_proof && !u_isalpha(static_cast<UChar32>(c))) break;
    is_proved = is_proved || has_proof;
    ++count;
    utf8::append(mend.replacement, c);
    end = after;
  }
  if (count == 0 || (count == 1 && !is_proved)) return {};
  mend.length = end - i;
  mend.reveals = true;
  return mend;
}

Mend mend_reference(std::string_view text) {
  const CharacterReference reference = parse_character_reference(text);
  if (reference.length == 0) return {};
  Mend mend{reference.length, {}, true};
  utf8::append(mend.replacement, reference.character);
  return mend;
}

/// C1 controls are Windows-1252 bytes that were taken for Latin-1.
Mend mend_upper_control(std::string_view text) {
  std::size_t length = 0;
  const char32_t control = utf8::next(text, length);
  if (control > 0x9F) return {};
  const char32_t meant = from_windows1252(static_cast<unsigned char>(control));
  Mend mend{length, {}, false};
  utf8::append(mend.replacement, meant == 0xFFFD ? U' ' : meant);
  return mend;
}

Mend mend_at(std::string_view text, std::size_t i) {
  const std::string_view rest = text.substr(i);
  switch (static_cast<unsigned char>(text[i])) {
    case '&':
      return mend_reference(rest);
    case 0xC2:
      return mend_upper_control(rest);
    case 0xC3:
      return mend_mojibake(text, i);
    case 0xEF:
      return rest.starts_with("\uFEFF") ? Mend{3, "", false} : Mend{};
    case '\r':
      return {1, rest.starts_with("\r\n") ? "" : "\n", false};
    default:
      return {1, " ", false};
  }
}

/// One pass; whether a further one may find more.
bool mend_once(std::string_view text, std::string& out) {
  bool revealed = false;
  std::size_t clean = 0;
  for (std::size_t i = find_suspect(text, 0); i < text.size(); i = find_suspect(text, i)) {
    const Mend mend = mend_at(text, i);
    if (mend.length == 0) {
      ++i;
      continue;
    }
    out.append(text, clean, i - clean);
    out += mend.replacement;
    i += mend.length;
    clean = i;
    revealed |= mend.reveals;
  }
  out.append(text, clean);
  return revealed;
}

}  // namespace

std::string repair(std::string text) {
  bool again = find_suspect(text, 0) < text.size();
  for (int pass = 0; again && pass < max_passes; ++pass) {
    std::string mended;
    mended.reserve(text.size());
    again = mend_once(text, mended);
    text = std::move(mended);
  }
  return text;
}

}  // namespace kliping::text
