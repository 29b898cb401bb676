// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "address.hpp"
#include "draft.hpp"
#include "html/byline.hpp"
#include "html/json_ld.hpp"
#include "html/main_text.hpp"
#include "html/page.hpp"
#include "html/title.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer {

namespace {

using html::JsonLdArticle;
using html::Page;
using schema::Field;

constexpr std::array<std::string_view, 10> date_metas{
    "article:published_time", "datepublished",  "publishdate", "pubdate", "publish-date",
    "og:published_time",      "date.published", "dc.date",     "date",    "content_publisheddate"};
constexpr std::array<std::string_view, 3> section_metas{"article:section", "articlesection",
                                                        "section"};
/// JSON-LD often holds the lead alone; then the page's paragraphs say more.
constexpr std::size_t fewest_json_ld_bytes = 250;
constexpr std::size_t longest_date_line = 120;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(" \n\t\r"), text.size());
  return text.substr(first, text.find_last_not_of(" \n\t\r") + 1 - first);
}

template <std::size_t Size>
std::string_view first_meta(const Page& page, const std::array<std::string_view, Size>& names) {
  for (const std::string_view name : names)
    if (const std::string_view content = page.meta(name); !content.empty()) return content;
  return {};
}

std::string decoded(std::string_view bytes, const std::string& encoding,
                    std::string_view declared_outside) {
  std::string declared;
  if (encoding == "auto") declared = html::useful_encoding(declared_outside);
  if (encoding == "auto" && declared.empty()) declared = html::declared_encoding(bytes);
  if (declared.empty()) return text::decode(bytes, encoding);
  try {
    return text::decode(bytes, declared);
  } catch (const Error&) {
    // A page may declare what nobody knows.
    return text::decode(bytes, encoding);
  }
}

JsonLdArticle json_ld(const Page& page) {
  for (const std::string& script : page.json_ld)
    if (auto article = html::read_json_ld(script)) return std::move(*article);
  return {};
}

/// Templates write Jakarta's clock and call it Greenwich's. A line that shows the same clock with a
/// zone of Indonesia proves it, and is the date.
std::string in_shown_zone(const Page& page, std::string&& stated, const Date& date) {
  if (date.offset_minutes != 0 || date.precision == Date::Precision::day) return std::move(stated);
  const auto minute_on_the_wall = [](const Date& d) {
    return (d.unix_seconds + d.offset_minutes * std::int64_t{60}) / 60;
  };
  for (const html::Block& block : page.blocks) {
    if (block.text.size() > longest_date_line) continue;
    const auto shown = parse_date(block.text);
    if (shown && shown->offset_minutes != 0 && shown->precision != Date::Precision::day &&
        minute_on_the_wall(*shown) == minute_on_the_wall(date))
      return block.text;
  }
  return std::move(stated);
}

/// What the page states its date to be: its data first, then lines that hold nothing else. Where
/// the address has a day, that is the one, and lines of another are of other articles.
std::string date_of(const Page& page, const JsonLdArticle& data, std::string_view url) {
  std::vector<std::string_view> stated{data.date};
  for (const std::string_view name : date_metas) stated.push_back(page.meta(name));
  stated.insert(stated.end(), page.times.begin(), page.times.end());
  for (const std::string_view text : stated)
    if (const auto date = parse_date(text)) return in_shown_zone(page, std::string{text}, *date);
  const auto day = date_from_url(url);
  const html::Block* best = nullptr;
  for (const html::Block& block : page.blocks) {
    if (block.text.size() > longest_date_line) continue;
    const auto date = parse_date(block.text);
    if (!date || (day && to_iso_day(*date) != to_iso_day(*day))) continue;
    if (date->precision != Date::Precision::day) return block.text;
    if (best == nullptr || (block.is_date && !best->is_date)) best = &block;
  }
  return best == nullptr ? std::string{} : best->text;
}

/// A person, not the outlet signing for itself or its page elsewhere.
bool names_person(std::string_view author, std::string_view outlet) {
  constexpr std::size_t longest_name = 100;
  if (author.empty() || author.size() > longest_name || author.find("://") != author.npos)
    return false;
  std::string lower(author);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return outlet.empty() || lower.find(outlet) == std::string::npos;
}

std::string author_of(const Page& page, const JsonLdArticle& data, std::string_view outlet) {
  const std::string byline = html::byline_of(page);
  for (const std::string_view author : {std::string_view{data.author}, std::string_view{byline},
                                        page.meta("author"), page.meta("article:author")})
    if (names_person(author, outlet)) return std::string{author};
  return {};
}

std::string url_of(const Page& page, const JsonLdArticle& data) {
  for (const std::string_view url :
       {std::string_view{page.canonical_url}, page.meta("og:url"), std::string_view{data.url}})
    if (!host_of(trimmed(url)).empty()) return std::string{trimmed(url)};
  return {};
}

std::string body_of(const Page& page, const JsonLdArticle& data, std::string_view title) {
  std::string shown = html::main_text(page, title);
  if (data.body.size() < std::max(fewest_json_ld_bytes, shown.size())) return shown;
  return data.body.find('<') == std::string::npos ? data.body : html::text_of_fragment(data.body);
}

}  // namespace

Draft draft_of_page(std::string_view bytes, const std::string& encoding,
                    std::string_view declared) {
  const Page page = html::read_page(decoded(bytes, encoding, declared));
  const JsonLdArticle data = json_ld(page);
  Draft draft;
  draft[Field::url] = url_of(page, data);
  const std::string outlet = outlet_of_host(host_of(draft[Field::url]));
  draft[Field::title] = html::title_of(page, data.headline, outlet);
  draft[Field::body] = body_of(page, data, draft[Field::title]);
  draft[Field::date] = date_of(page, data, draft[Field::url]);
  draft[Field::author] = author_of(page, data, outlet);
  draft[Field::section] =
      data.section.empty() ? std::string{first_meta(page, section_metas)} : data.section;
  if (outlet.empty()) draft[Field::source] = page.meta("og:site_name");
  if (draft[Field::source].empty() && outlet.empty()) draft[Field::source] = data.publisher;
  return draft;
}

DraftOrFault draft_from_html(const Record& record, const ReadOptions&) {
  return draft_of_page(record.bytes, record.origin->encoding);
}

}  // namespace kliping::indexer
