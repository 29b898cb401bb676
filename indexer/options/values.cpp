// SPDX-License-Identifier: GPL-3.0-or-later
#include "values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "kliping/date.hpp"
#include "kliping/error.hpp"
#include "kliping/schema.hpp"

namespace kliping::indexer {

namespace {

Error bad_value(std::string_view option, std::string_view text, const Message& wanted) {
  return Error(message("{}: '{}' is not {}", option, text, wanted));
}

template <typename Value>
using Named = std::pair<std::string_view, Value>;

constexpr auto formats = std::to_array<Named<Format>>({{"auto", Format::automatic},
                                                       {"text", Format::text},
                                                       {"html", Format::html},
                                                       {"markdown", Format::markdown},
                                                       {"json", Format::json},
                                                       {"jsonl", Format::jsonl},
                                                       {"csv", Format::csv},
                                                       {"tsv", Format::tsv},
                                                       {"feed", Format::feed},
                                                       {"warc", Format::warc},
                                                       {"trec", Format::trec}});

constexpr auto whens = std::to_array<Named<command::When>>({{"auto", command::When::automatic},
                                                            {"always", command::When::always},
                                                            {"never", command::When::never}});

constexpr auto duplicate_rules = std::to_array<Named<DuplicateRule>>(
    {{"near", DuplicateRule::near}, {"exact", DuplicateRule::exact}, {"off", DuplicateRule::off}});

constexpr auto identity_rules =
    std::to_array<Named<IdentityRule>>({{"auto", IdentityRule::automatic},
                                        {"url", IdentityRule::url},
                                        {"locator", IdentityRule::locator},
                                        {"field:NAME", IdentityRule::field},
                                        {"content", IdentityRule::content}});

template <typename Table>
std::vector<std::string> words_of(const Table& table) {
  std::vector<std::string> words;
  for (const auto& [name, value] : table) words.emplace_back(name);
  return words;
}

template <typename Table>
auto parse_name(std::string_view option, std::string_view text, const Table& table) {
  for (const auto& [name, value] : table) {
    if (name == text) return value;
  }
  throw Error(message("{}: unknown value '{}'", option, text), command::one_of(words_of(table)));
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
    throw bad_value(option, text, message("a size such as 512M or 2G"));
  }
  return static_cast<std::size_t>(bytes);
}

std::uint64_t parse_count(std::string_view option, std::string_view text, std::uint64_t least,
                          std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || stop != text.data() + text.size() || number < least ||
      number > most) {
    throw bad_value(option, text, message("a whole number from {} to {}", least, most));
  }
  return number;
}

Format parse_format(std::string_view text) {
  return parse_name("--format", text, formats);
}

std::vector<std::string> format_words() {
  return words_of(formats);
}

DuplicateRule parse_duplicate_rule(std::string_view text) {
  return parse_name("--dedup", text, duplicate_rules);
}

std::vector<std::string> duplicate_rule_words() {
  return words_of(duplicate_rules);
}

command::When parse_when(std::string_view option, std::string_view text) {
  return parse_name(option, text, whens);
}

std::vector<std::string> when_words() {
  return words_of(whens);
}

std::pair<IdentityRule, std::string> parse_identity(std::string_view text) {
  constexpr std::string_view field = "field:";
  if (text.starts_with(field) && text.size() > field.size()) {
    return {IdentityRule::field, std::string{text.substr(field.size())}};
  }
  if (text == "field:NAME") throw Error(message("--id: field:NAME needs the name of a field"));
  return {parse_name("--id", text, identity_rules), {}};
}

std::vector<std::string> identity_words() {
  return words_of(identity_rules);
}

std::vector<std::string> assignment_words() {
  std::vector<std::string> words;
  for (const schema::FieldInfo& field : schema::fields) {
    if (field.field != schema::Field::locator) words.push_back(fmt::format("{}=", field.name));
  }
  return words;
}

DeleteLimit parse_delete_limit(std::string_view option, std::string_view text) {
  using Unit = DeleteLimit::Unit;
  constexpr std::uint64_t most_articles = 1'000'000'000;
  constexpr double whole = 100;
  if (!text.ends_with('%')) {
    const bool number = text.find_first_not_of("0123456789") == text.npos && !text.empty();
    if (!number)
      throw bad_value(option, text, message("a number of articles or a percentage such as 2%"));
    return {static_cast<double>(parse_count(option, text, 0, most_articles)), Unit::articles};
  }
  double percent = -1;
  const char* const end = text.data() + text.size() - 1;
  const auto [stop, fault] = std::from_chars(text.data(), end, percent);
  if (fault != std::errc{} || stop != end || !(percent >= 0 && percent <= whole)) {
    throw bad_value(option, text, message("a number of articles or a percentage such as 2%"));
  }
  return {percent, Unit::percent};
}

std::pair<std::string, std::string> parse_assignment(std::string_view option,
                                                     std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size()) {
    throw bad_value(
        option, text,
        option == "--set" ? message("of the form FIELD=VALUE") : message("of the form FIELD=NAME"));
  }
  const std::string_view name = text.substr(0, equals);
  std::vector<std::string> known;
  for (const schema::FieldInfo& field : schema::fields) {
    if (field.field == schema::Field::locator) continue;
    if (name == field.name || name == field.indonesian) {
      return {std::string{field.name}, std::string{text.substr(equals + 1)}};
    }
    known.emplace_back(field.name);
  }
  throw Error(message("{}: no field '{}'", option, name), command::one_of(known));
}

std::pair<std::string, std::string> parse_constant(std::string_view option, std::string_view text) {
  auto constant = parse_assignment(option, text);
  const auto& [field, value] = constant;
  // Every article would lose its own date for one that says nothing.
  if (field == "date" && !parse_date(value)) {
    throw bad_value(fmt::format("{}=date", option), value, message("a date such as 2019-04-25"));
  }
  return constant;
}

}  // namespace kliping::indexer
