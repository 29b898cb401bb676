// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/schema.hpp"

#include <fmt/format.h>

#include <charconv>

#include "hash.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "text/utf8.hpp"

namespace kliping::schema {

namespace {

constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;

/// The backend escapes each NUL of a key into two bytes, and its limit counts them.
std::size_t bytes_in_key(std::string_view term) {
  std::size_t bytes = term.size();
  for (const char c : term) bytes += c == '\0';
  return bytes;
}

}  // namespace

int read_version(std::string_view metadata) noexcept {
  int number = 0;
  const char* const end = metadata.data() + metadata.size();
  const auto read = std::from_chars(metadata.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end && number > 0 ? number : 0;
}

std::string sort_key(std::int64_t unix_seconds) {
  // Flipping the sign bit makes two's complement order as unsigned bytes do.
  const std::uint64_t ordered = static_cast<std::uint64_t>(unix_seconds) ^ sign_bit;
  std::string key(8, '\0');
  for (int i = 0; i < 8; ++i) key[i] = static_cast<char>(ordered >> (56 - 8 * i));
  return key;
}

std::int64_t from_sort_key(std::string_view key) {
  std::uint64_t ordered = 0;
  for (const char c : key.substr(0, 8)) ordered = ordered << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(ordered ^ sign_bit);
}

std::string identity_term(std::string_view id) {
  std::string term{prefix::identity};
  term += id;
  if (bytes_in_key(term) <= max_term_bytes) return term;
  return fmt::format("{}#{}", prefix::identity, hash128_hex(id));
}

std::string filter_term(std::string_view filter_prefix, std::string_view value) {
  std::string term{filter_prefix};
  term += fold(value);
  return std::string{utf8::cut(term, max_term_bytes)};
}

std::string explained_term(std::string_view form_prefix, std::string_view name,
                           std::string_view meaning) {
  std::string term{form_prefix};
  term.append(name).append("=").append(meaning);
  return bytes_in_key(term) <= max_term_bytes ? term : std::string{};
}

}  // namespace kliping::schema
