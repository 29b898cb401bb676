// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "kliping/error.hpp"
#include "kliping/schema.hpp"

namespace kliping::indexer {

namespace {

Error bad_value(std::string_view option, std::string_view text, std::string_view wanted) {
  return Error(fmt::format("{}: '{}' is not {}", option, text, wanted));
}

template <typename Value>
using Names = std::vector<std::pair<std::string_view, Value>>;

template <typename Value>
Value parse_name(std::string_view option, std::string_view text, const Names<Value>& names) {
  std::vector<std::string> known;
  for (const auto& [name, value] : names) {
    if (name == text) return value;
    known.emplace_back(name);
  }
  throw Error(fmt::format("{}: unknown value '{}'", option, text),
              fmt::format("one of {}", fmt::join(known, ", ")));
}

/// The shift of a unit letter; empty for no unit.
std::optional<int> unit_shift(std::string_view unit) {
  static constexpr std::string_view letters = "KMGT";
  if (unit.empty() || unit == "B") return 0;
  const char letter = static_cast<char>(unit[0] & ~0x20);
  const auto at = letters.find(letter);
  const std::string_view rest = unit.substr(1);
  const bool known_rest = rest.empty() || rest == "B" || rest == "iB";
  if (at == std::string_view::npos || !known_rest) return std::nullopt;
  return 10 * (static_cast<int>(at) + 1);
}

}  // namespace

std::size_t parse_size(std::string_view option, std::string_view text) {
  constexpr double most = 1e15;
  double number = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto shift = unit_shift({stop, static_cast<std::size_t>(text.data() + text.size() - stop)});
  const double bytes = shift ? std::ldexp(number, *shift) : 0;
  if (fault != std::errc{} || !(bytes >= 1 && bytes <= most)) {
    throw bad_value(option, text, "a size such as 512M or 2G");
  }
  return static_cast<std::size_t>(bytes);
}

std::uint64_t parse_count(std::string_view option, std::string_view text, std::uint64_t least,
                          std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || stop != text.data() + text.size() || number < least ||
      number > most) {
    throw bad_value(option, text, fmt::format("a whole number from {} to {}", least, most));
  }
  return number;
}

Format parse_format(std::string_view text) {
  static const Names<Format> names{{"auto", Format::automatic}, {"text", Format::text},
                                   {"html", Format::html},      {"json", Format::json},
                                   {"jsonl", Format::jsonl},    {"csv", Format::csv},
                                   {"tsv", Format::tsv}};
  return parse_name("--format", text, names);
}

DuplicateRule parse_duplicate_rule(std::string_view text) {
  static const Names<DuplicateRule> names{{"near", DuplicateRule::near},
                                          {"exact", DuplicateRule::exact},
                                          {"off", DuplicateRule::off}};
  return parse_name("--dedup", text, names);
}

command::When parse_when(std::string_view option, std::string_view text) {
  static const Names<command::When> names{{"auto", command::When::automatic},
                                          {"always", command::When::always},
                                          {"never", command::When::never}};
  return parse_name(option, text, names);
}

std::pair<IdentityRule, std::string> parse_identity(std::string_view text) {
  constexpr std::string_view field = "field:";
  if (text.starts_with(field) && text.size() > field.size()) {
    return {IdentityRule::field, std::string{text.substr(field.size())}};
  }
  static const Names<IdentityRule> names{{"auto", IdentityRule::automatic},
                                         {"url", IdentityRule::url},
                                         {"locator", IdentityRule::locator},
                                         {"field:NAME", IdentityRule::field},
                                         {"content", IdentityRule::content}};
  if (text == "field:NAME") throw Error("--id: field:NAME needs the name of a field");
  return {parse_name("--id", text, names), {}};
}

std::pair<std::string, std::string> parse_assignment(std::string_view option,
                                                     std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size()) {
    throw bad_value(option, text,
                    option == "--set" ? "of the form FIELD=VALUE" : "of the form FIELD=NAME");
  }
  const std::string_view name = text.substr(0, equals);
  std::vector<std::string> known;
  for (const schema::FieldInfo& field : schema::fields) {
    if (field.field == schema::Field::locator) continue;
    if (field.name == name) return {std::string{name}, std::string{text.substr(equals + 1)}};
    known.emplace_back(field.name);
  }
  throw Error(fmt::format("{}: no field '{}'", option, name),
              fmt::format("one of {}", fmt::join(known, ", ")));
}

}  // namespace kliping::indexer
