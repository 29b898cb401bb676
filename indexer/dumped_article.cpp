// SPDX-License-Identifier: GPL-3.0-or-later
#include "dumped_article.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace kliping::indexer {

namespace {

namespace dom = simdjson::dom;

constexpr std::int64_t schema_version = 1;

using TextField = std::pair<std::string_view, std::string Article::*>;
constexpr std::array<TextField, 8> text_fields{{{"id", &Article::id},
                                                {"title", &Article::title},
                                                {"body", &Article::body},
                                                {"source", &Article::source},
                                                {"section", &Article::section},
                                                {"author", &Article::author},
                                                {"url", &Article::url},
                                                {"locator", &Article::locator}}};

std::string quoted(const std::string& text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// How far the parts of `2019-04-25T10:12:00+07:00` reach, and the length of the zone.
constexpr std::size_t day_bytes = 10;
constexpr std::size_t minute_bytes = 16;
constexpr std::size_t second_bytes = 19;
constexpr std::size_t zone_bytes = 6;

/// ISO 8601 with no more than the date knows: `2019-04-25+07:00`, `2019-04-25T10:12+07:00`.
std::string dumped_date(const Date& date) {
  const bool time_known = date.precision != Date::Precision::day;
  const std::string iso = to_iso({date.unix_seconds, date.offset_minutes, Date::Precision::second});
  const std::string zone = iso.substr(second_bytes);
  if (!time_known) return iso.substr(0, day_bytes) + zone;
  return iso.substr(0, date.precision == Date::Precision::minute ? minute_bytes : second_bytes) +
         zone;
}

/// Exactly what dumped_date wrote.
std::optional<Date> read_date(std::string_view text) {
  if (text.size() < zone_bytes) return std::nullopt;
  const std::string_view zone = text.substr(text.size() - zone_bytes);
  std::string local{text.substr(0, text.size() - zone_bytes)};
  Date::Precision precision = Date::Precision::second;
  if (local.size() == day_bytes) {
    precision = Date::Precision::day;
    local += "T00:00";
  } else if (local.size() == minute_bytes) {
    precision = Date::Precision::minute;
  }
  auto date = parse_date(local + std::string{zone});
  if (!date) return std::nullopt;
  date->precision = precision;
  if (dumped_date(*date) != text) return std::nullopt;
  return date;
}

bool take_text(std::string_view key, const dom::element& value, Article& article) {
  std::string_view text;
  if (value.get(text)) return false;
  for (const auto& [name, member] : text_fields) {
    if (name == key) {
      article.*member = text;
      return true;
    }
  }
  if (key != "date") return false;
  article.date = read_date(text);
  return article.date.has_value();
}

bool take_extra(const dom::element& value, Article& article) {
  dom::object members;
  if (value.get(members)) return false;
  for (const auto& [name, member] : members) {
    std::string_view text;
    if (member.get(text)) return false;
    article.extra.emplace_back(name, text);
  }
  return true;
}

bool is_ours(const dom::object& object) {
  std::string_view type;
  std::int64_t schema = 0;
  return !object["type"].get(type) && !object["schema"].get(schema) && type == "article" &&
         schema == schema_version;
}

/// Spares every other JSON record the parse.
bool may_be_ours(std::string_view record) {
  constexpr std::size_t looked_at = 40;
  const std::string_view head = record.substr(0, looked_at);
  return head.starts_with('{') && head.find("\"type\"") != head.npos &&
         head.find("\"article\"") != head.npos;
}

std::optional<Article> article_of(const dom::object& object) {
  if (!is_ours(object)) return std::nullopt;
  Article article;
  for (const auto& [key, value] : object) {
    if (key == "type" || key == "schema") continue;
    const bool taken = key == "extra" ? take_extra(value, article) : take_text(key, value, article);
    if (!taken) return std::nullopt;
  }
  if (article.id.empty() || (article.title.empty() && article.body.empty())) return std::nullopt;
  return article;
}

}  // namespace

std::string dumped(const Article& article) {
  std::string line = fmt::format(R"({{"type":"article","schema":{})", schema_version);
  for (const auto& [name, member] : text_fields) {
    const std::string& text = article.*member;
    if (!text.empty()) line += fmt::format(R"(,"{}":{})", name, quoted(text));
    if (name == "title" && article.date) {
      line += fmt::format(R"(,"date":"{}")", dumped_date(*article.date));
    }
  }
  if (!article.extra.empty()) {
    // By hand: a name may come twice, and the order is the archive's.
    line += R"(,"extra":{)";
    for (const auto& [name, value] : article.extra) {
      if (line.back() != '{') line += ',';
      line += quoted(name) + ':' + quoted(value);
    }
    line += '}';
  }
  return line + "}\n";
}

std::optional<Article> read_dumped(std::string_view record) {
  if (!may_be_ours(record)) return std::nullopt;
  dom::parser parser;
  dom::object object;
  if (parser.parse(record.data(), record.size()).get(object)) return std::nullopt;
  return article_of(object);
}

}  // namespace kliping::indexer
