// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "page.hpp"

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

/// Where a page declares its encoding, if it does. Browsers look about as far.
constexpr std::size_t declared_within_bytes = 4096;

bool is_name_byte(char c) {
  return ascii::is_letter_or_digit(c) || c == '-' || c == '_';
}

/// Whether the bytes tell more than the declared encoding. Pages that declare Latin-1 mean
/// Windows-1252, and pages that declare UTF-8 or ASCII often have neither.
bool is_better_judged(std::string_view folded) {
  return folded.starts_with("utf") || folded.starts_with("iso-8859-1") || folded == "us-ascii" ||
         folded == "ascii" || folded == "latin1" || folded == "windows-1252" || folded == "cp1252";
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, declared_within_bytes);
  constexpr std::string_view key = "charset";
  for (std::size_t sign = head.find('='); sign != head.npos; sign = head.find('=', sign + 1)) {
    if (sign < key.size() || ascii::lowered(head.substr(sign - key.size(), key.size())) != key)
      continue;
    std::string_view name = head.substr(sign + 1);
    if (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
    const auto* const end = std::find_if_not(name.begin(), name.end(), is_name_byte);
    return useful_encoding(name.substr(0, static_cast<std::size_t>(end - name.begin())));
  }
  return {};
}

std::string useful_encoding(std::string_view name) {
  std::string folded = ascii::lowered(name);
  return is_better_judged(folded) ? std::string{} : folded;
}

}  // namespace kliping::indexer::html
