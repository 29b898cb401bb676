// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How glass writes numbers and terms. The names are those of Xapian's documentation.
namespace kliping::glass {

inline constexpr std::size_t max_varint_bytes = 10;
inline constexpr std::size_t max_sortable_bytes = 5;

/// Seven bits a byte, low ones first, the high bit set on all but the last. Returns the end.
inline char* put_varint(char* out, std::uint64_t value) noexcept {
  while (value >= 0x80) {
    *out++ = static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  *out++ = static_cast<char>(value);
  return out;
}

inline void append_varint(std::string& out, std::uint64_t value) {
  if (value < 0x80) {
    out += static_cast<char>(value);
    return;
  }
  char bytes[max_varint_bytes];
  out.append(bytes, put_varint(bytes, value));
}

/// The string's length as a varint, then its bytes.
inline void append_string(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

/// Big-endian, `bytes` wide.
inline char* put_big_endian(char* out, std::uint64_t value, unsigned bytes) noexcept {
  while (bytes-- > 0) *out++ = static_cast<char>(value >> (8 * bytes));
  return out;
}

/// Keys that order as the numbers do: two bytes below 2^15; else n bytes, from 3 to 5, that begin
/// with n - 2 one bits and a zero. Big-endian. Returns the end.
inline char* put_sortable(char* out, std::uint32_t value) noexcept {
  if (value < 0x8000) return put_big_endian(out, value, 2);
  const unsigned size = value < (1U << 22) ? 3 : value < (1U << 29) ? 4 : 5;
  const std::uint64_t ones = (0xFF00U >> (size - 2)) & 0xFF;
  return put_big_endian(out, ones << (8 * (size - 1)) | value, size);
}

inline void append_sortable(std::string& out, std::uint32_t value) {
  char bytes[max_sortable_bytes];
  out.append(bytes, put_sortable(bytes, value));
}

/// Little-endian without leading zeros, as the last part of a key; nothing for 0.
inline void append_uint_last(std::string& out, std::uint32_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

/// A term as keys hold it: every zero byte is followed by FF, so that a single zero can end it and
/// keys order as terms do.
inline void append_escaped(std::string& out, std::string_view term) {
  for (const char c : term) {
    out += c;
    if (c == '\0') out += '\xFF';
  }
}

}  // namespace kliping::glass
