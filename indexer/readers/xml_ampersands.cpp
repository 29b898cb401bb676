// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml_ampersands.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <optional>
#include <utility>

#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

constexpr std::size_t longest_reference = 32;

bool belongs_to_name(char c) {
  return ascii::is_letter_or_digit(c) || c == '#';
}

/// Bytes of the reference at the front: 0 where the ampersand is bare, nothing where the text ends
/// too early to tell.
std::optional<std::size_t> reference_bytes(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end < longest_reference && belongs_to_name(text[end])) ++end;
  if (end == text.size() && end < longest_reference) return std::nullopt;
  return end > 1 && end < text.size() && text[end] == ';' ? end + 1 : 0;
}

/// The number of a character by the name between `&` and `;`.
std::optional<unsigned> named(std::string_view reference) {
  const std::string name(reference.substr(1, reference.size() - 2));
  if (name == "apos") return '\'';
  const htmlEntityDesc* const known =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return known == nullptr ? std::nullopt : std::optional{known->value};
}

constexpr std::string_view escaped_ampersand = "&#38;";

}  // namespace

const std::string& XmlAmpersands::mend(std::string_view part) {
  const std::string joined = std::exchange(waiting_, {}).append(part);
  const std::string_view text = joined;
  mended_.clear();
  std::size_t done = 0;
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const auto size = reference_bytes(text.substr(at));
    if (size && *size > 0 && text[at + 1] == '#') continue;
    mended_.append(text, done, at - done);
    done = at;
    if (!size) {
      waiting_ = text.substr(at);
      return mended_;
    }
    const auto number = *size > 0 ? named(text.substr(at, *size)) : std::nullopt;
    mended_ += number ? fmt::format("&#{};", *number) : escaped_ampersand;
    done += number ? *size : 1;
  }
  mended_.append(text, done);
  return mended_;
}

const std::string& XmlAmpersands::end() {
  mended_ = std::exchange(waiting_, {});
  if (mended_.starts_with('&')) mended_.replace(0, 1, escaped_ampersand);
  return mended_;
}

}  // namespace kliping::indexer
