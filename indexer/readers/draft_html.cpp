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
#include "html/no_article.hpp"
#include "html/page.hpp"
#include "html/page_data.hpp"
#include "html/title.hpp"
#include "kliping/text/decode.hpp"
#include "text/ascii.hpp"

namespace kliping::indexer {

namespace {

using ascii::trimmed;

using html::JsonLdArticle;
using html::Page;
using schema::Field;

constexpr std::array<std::string_view, 10> date_metas{
    "article:published_time", "datepublished",  "publishdate", "pubdate", "publish-date",
    "og:published_time",      "date.published", "dc.date",     "date",    "content_publisheddate"};
/// Last words of the names of metas that state a section: `article:section`, `x_news_category`.
constexpr std::array<std::string_view, 7> section_words{
    "section", "articlesection", "category", "kategori", "kanal", "namakanal", "rubrik"};
/// A longer one is a headline.
constexpr std::size_t longest_section = 60;
/// JSON-LD often holds the lead alone; then the page's paragraphs say more.
constexpr std::size_t fewest_json_ld_bytes = 250;
/// `Memuat…`: a page that shows no more shows no article.
constexpr std::size_t shortest_text_bytes = 80;
constexpr std::size_t longest_date_line = 120;

std::string_view section_in_metas(const Page& page) {
  for (const auto& [name, content] : page.metas) {
    const std::size_t word = name.find_last_of(":_.-");
    const std::string_view last = std::string_view{name}.substr(word == name.npos ? 0 : word + 1);
    if (std::find(section_words.begin(), section_words.end(), last) != section_words.end())
      return content;
  }
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
  std::string best;
  auto day = date_from_url(url);
  for (const std::string_view text : stated) {
    const auto date = parse_date(text);
    if (!date || (!best.empty() && to_iso_day(*date) != to_iso_day(*day))) continue;
    if (date->precision != Date::Precision::day)
      return in_shown_zone(page, std::string{text}, *date);
    // A day alone: what else the page states may tell the time.
    if (best.empty()) best = text;
    day = date;
  }
  // Beside the article's own, a page has the dates of others and of itself: farther away, and in
  // furniture, only a line of the day that is known by then counts, for its time.
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
  std::string letters;
  for (const char c : author) {
    if (ascii::is_letter_or_digit(c)) letters.push_back(ascii::lower(c));
  }
  return outlet.empty() || letters.find(outlet) == std::string::npos;
}

std::string author_of(const Page& page, const JsonLdArticle& data, std::string_view outlet) {
  const std::string marked = html::marked_name(page);
  const std::string byline = html::byline_of(page);
  for (const std::string_view author :
       {std::string_view{data.author}, std::string_view{marked}, std::string_view{byline},
        page.meta("author"), page.meta("content_author"), page.meta("article:author")})
    if (names_person(trimmed(author), outlet)) return std::string{trimmed(author)};
  return {};
}

std::string section_of(const Page& page, const JsonLdArticle& data, std::string_view title) {
  const std::string labelled = html::labelled_section(page);
  for (const std::string_view stated :
       {std::string_view{data.section}, section_in_metas(page),
        std::string_view{page.marked_section}, std::string_view{labelled}}) {
    const std::string_view section = trimmed(stated);
    if (!section.empty() && section.size() <= longest_section && section != title)
      return std::string{section};
  }
  return {};
}

std::string url_of(const Page& page, const JsonLdArticle& data) {
  for (const std::string_view url :
       {std::string_view{page.canonical_url}, page.meta("og:url"), std::string_view{data.url}})
    if (!host_of(trimmed(url)).empty()) return std::string{trimmed(url)};
  return {};
}

std::string as_text(std::string_view stated) {
  const std::string text = text::repair(std::string{stated});
  return text.find('<') == std::string::npos ? text : html::text_of_fragment(text);
}

/// A page that shows no text may tell what its film shows.
std::string body_of(const JsonLdArticle& data, std::string&& shown) {
  const std::size_t fewest = shown.size() < shortest_text_bytes ? 1 : fewest_json_ld_bytes;
  if (data.body.size() >= std::max(fewest, shown.size())) return as_text(data.body);
  return shown.empty() ? as_text(data.description) : std::move(shown);
}

/// What a script is yet to build the page of, in the place of what nothing else states.
void complete(JsonLdArticle& data, JsonLdArticle&& unbuilt) {
  for (std::string JsonLdArticle::*const part :
       {&JsonLdArticle::headline, &JsonLdArticle::body, &JsonLdArticle::date,
        &JsonLdArticle::author, &JsonLdArticle::section})
    if ((data.*part).empty()) data.*part = std::move(unbuilt.*part);
}

}  // namespace

Draft draft_of_page(std::string_view bytes, const std::string& encoding,
                    std::string_view declared) {
  const Page page = html::read_page(decoded(bytes, encoding, declared));
  JsonLdArticle data = html::read_json_ld(page.json_ld);
  Draft draft;
  draft[Field::url] = url_of(page, data);
  const std::string outlet = outlet_of_host(host_of(draft[Field::url]));
  draft[Field::title] = html::title_of(page, data.headline, outlet);
  std::string shown = html::main_text(page, draft[Field::title]);
  if (std::max(shown.size(), data.body.size()) < fewest_json_ld_bytes)
    complete(data, html::read_page_data(page.data, draft[Field::title]));
  draft.objection = html::why_no_article(page, data);
  draft[Field::body] = body_of(data, std::move(shown));
  draft[Field::date] = date_of(page, data, draft[Field::url], draft[Field::title]);
  draft[Field::author] = author_of(page, data, outlet);
  draft[Field::section] = section_of(page, data, draft[Field::title]);
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
