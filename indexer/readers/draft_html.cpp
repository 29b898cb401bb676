// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "address.hpp"
#include "draft.hpp"
#include "html/byline.hpp"
#include "html/fragment.hpp"
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

/// Whether a block stands in what the page's own names call furniture.
bool is_furniture(const Page& page, const html::Block& block) {
  for (std::uint32_t at = block.container; at != 0; at = page.containers[at].parent)
    if (page.containers[at].role == html::Role::furniture) return true;
  return false;
}

using Blocks = std::span<const html::Block>;
enum class Furniture : std::uint8_t { left_out, let_in };

/// The line among these that is the article's date: the first with a time, else the first in an
/// element for dates, else the first. Where the address has a day, only lines of that day count.
std::string date_line(const Page& page, Blocks blocks, Furniture furniture,
                      const std::optional<Date>& day) {
  const html::Block* best = nullptr;
  for (const html::Block& block : blocks) {
    if (block.text.size() > longest_date_line) continue;
    if (furniture == Furniture::left_out && is_furniture(page, block)) continue;
    const auto date = parse_date(block.text);
    if (!date || (day && to_iso_day(*date) != to_iso_day(*day))) continue;
    if (date->precision != Date::Precision::day) return block.text;
    if (best == nullptr || (block.is_date && !best->is_date)) best = &block;
  }
  return best == nullptr ? std::string{} : best->text;
}

/// The lines above the article's heading, and from it to its first paragraph, where its own date
/// stands; none where it has no heading.
Blocks near_heading(const Page& page, std::string_view title) {
  constexpr std::ptrdiff_t lines_above = 4;
  constexpr std::ptrdiff_t lines_below = 8;
  const auto is_heading = [&](const html::Block& block) {
    return block.text == title && block.link_bytes == 0;
  };
  const auto heading = std::find_if(page.blocks.begin(), page.blocks.end(), is_heading);
  if (heading == page.blocks.end()) return {};
  const auto last = heading + std::min(lines_below, page.blocks.end() - heading);
  constexpr std::size_t paragraph_bytes = 80;
  const auto is_paragraph = [](const html::Block& block) {
    return block.text.size() >= paragraph_bytes;
  };
  return {heading - std::min(lines_above, heading - page.blocks.begin()),
          std::find_if(heading + 1, last, is_paragraph)};
}

/// What the page states its date to be: its data first, then lines that hold a date.
std::string date_of(const Page& page, const JsonLdArticle& data, std::string_view url,
                    std::string_view title) {
  std::vector<std::string_view> stated{data.date};
  for (const std::string_view name : date_metas) stated.push_back(page.meta(name));
  stated.insert(stated.end(), page.times.begin(), page.times.end());
  for (const std::string_view text : stated)
    if (const auto date = parse_date(text)) return in_shown_zone(page, std::string{text}, *date);
  auto day = date_from_url(url);
  // Beside the article's own, a page has the dates of others and of itself: farther away, and in
  // furniture, only a line of the day that is known by then counts, for its time.
  std::string best;
  for (const auto& [blocks, furniture] : {std::pair{near_heading(page, title), Furniture::left_out},
                                          std::pair{Blocks{page.blocks}, Furniture::left_out},
                                          std::pair{Blocks{page.blocks}, Furniture::let_in}}) {
    std::string line = date_line(page, blocks, furniture, day);
    const auto date = parse_date(line);
    if (!date) continue;
    if (date->precision != Date::Precision::day) return line;
    if (best.empty()) best = std::move(line);
    day = date;
  }
  return best;
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
  draft[Field::date] = date_of(page, data, draft[Field::url], draft[Field::title]);
  draft[Field::author] = author_of(page, data, outlet);
  draft[Field::section] =
      data.section.empty() ? std::string{first_meta(page, section_metas)} : data.section;
  if (outlet.empty()) draft[Field::source] = page.meta("og:site_name");
  if (draft[Field::source].empty() && outlet.empty()) draft[Field::source] = data.publisher;
  if (draft[Field::source].empty() && outlet.empty())
    draft[Field::source] = html::site_in_title(page.title);
  return draft;
}

DraftOrFault draft_from_html(const Record& record, const ReadOptions&) {
  return draft_of_page(record.bytes, record.origin->encoding);
}

}  // namespace kliping::indexer
