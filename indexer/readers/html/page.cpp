// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

#include "../xml_view.hpp"
#include "attributes.hpp"
#include "roles.hpp"

namespace kliping::indexer::html {

namespace {

/// libxml2 walks its stack at every end tag; real pages stay below a hundred.
constexpr std::size_t max_depth = 512;
constexpr std::size_t max_json_ld_bytes = std::size_t{1} << 20;

/// Bytes that are blank, or begin a character that may be.
constexpr std::array<bool, 256> ends_words = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\n', '\t', '\r', '\f', '\xC2'})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// On a page a no-break space is layout.
constexpr std::string_view no_break_space = "\xC2\xA0";

/// How many bytes in front are a blank.
std::size_t blank_bytes(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == no_break_space.front())
    return text.starts_with(no_break_space) ? no_break_space.size() : 0;
  return ends_words[static_cast<unsigned char>(text.front())] ? 1 : 0;
}

std::size_t end_of_word(std::string_view text) {
  std::size_t end = 0;
  const auto may_end = [&] { return ends_words[static_cast<unsigned char>(text[end])]; };
  while (end < text.size() && (!may_end() || blank_bytes(text.substr(end)) == 0)) ++end;
  return end;
}

/// Hears libxml2's events and keeps what a page is judged by.
class PageBuilder {
 public:
  explicit PageBuilder(Page& page) : page_(page) { page_.containers.push_back({}); }

  void attach(htmlParserCtxtPtr parser) { parser_ = parser; }

  void start(std::string_view name, const Attributes& attributes) {
    if (open_.size() >= max_depth) return xmlStopParser(parser_);
    Open element;
    element.tag = tag_named(name);
    element.container = container();
    element.is_link = name == "a";
    element.is_title = name == "title" && page_.title.empty();
    element.is_json_ld = name == "script" && attributes["type"] == "application/ld+json";
    if (name == "meta") note_meta(attributes);
    if (name == "link" && attributes["rel"] == "canonical")
      page_.canonical_url = attributes["href"];
    if (name == "time" && !attributes["datetime"].empty())
      page_.times.emplace_back(attributes["datetime"]);
    if (element.tag != Tag::inline_text && element.tag != Tag::skipped) flush();
    const std::string class_and_id =
        std::string{attributes["class"]} + ' ' + std::string{attributes["id"]};
    if (element.tag == Tag::container)
      element.container = open_container(name, class_and_id, attributes);
    element.is_date =
        name == "time" || names_date(class_and_id) || attributes["itemprop"] == "datePublished";
    element.is_caption = element.tag == Tag::caption || names_caption(class_and_id);
    element.is_author = names_author(class_and_id) || attributes["itemprop"] == "author" ||
                        attributes["rel"] == "author";
    if (element.is_json_ld) page_.json_ld.emplace_back();
    skipped_ += element.tag == Tag::skipped;
    links_ += element.is_link;
    open_.push_back(element);
  }

  void end() {
    if (open_.empty()) return;
    const Open element = open_.back();
    if (element.tag != Tag::inline_text && element.tag != Tag::skipped) flush();
    open_.pop_back();
    skipped_ -= element.tag == Tag::skipped;
    links_ -= element.is_link;
  }

  void text(std::string_view characters) {
    if (!open_.empty() && open_.back().is_title) page_.title += characters;
    if (!open_.empty() && open_.back().is_json_ld &&
        page_.json_ld.back().size() + characters.size() <= max_json_ld_bytes)
      page_.json_ld.back() += characters;
    if (skipped_ > 0) return;
    while (!characters.empty()) {
      const std::size_t word = end_of_word(characters);
      if (word > 0) append(characters.substr(0, word));
      characters.remove_prefix(word);
      const std::size_t blank = blank_bytes(characters);
      if (blank > 0) part();
      characters.remove_prefix(blank);
    }
  }

  void finish() {
    while (!open_.empty()) end();
    flush();
  }

 private:
  struct Open {
    Tag tag = Tag::inline_text;
    std::uint32_t container = 0;
    bool is_link = false;
    bool is_title = false;
    bool is_json_ld = false;
    bool is_caption = false;
    bool is_date = false;
    bool is_author = false;
  };

  std::uint32_t container() const { return open_.empty() ? 0 : open_.back().container; }

  std::uint32_t open_container(std::string_view name, std::string_view class_and_id,
                               const Attributes& attributes) {
    Container opened;
    opened.parent = container();
    opened.role = role_of(name, class_and_id);
    opened.is_article_body = attributes["itemprop"] == "articleBody";
    opened.is_article = name == "article" || name == "main";
    page_.containers.push_back(opened);
    return static_cast<std::uint32_t>(page_.containers.size() - 1);
  }

  void note_meta(const Attributes& attributes) {
    for (const std::string_view key : {"property", "name", "itemprop"})
      if (!attributes[key].empty() && !attributes["content"].empty()) {
        std::string name(attributes[key]);
        for (char& c : name)
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        page_.metas.emplace_back(std::move(name), attributes["content"]);
      }
  }

  void append(std::string_view word) {
    block_.text += word;
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(word.size());
    describe_block();
  }

  /// A space, where words stand before it.
  void part() {
    if (block_.text.empty() || block_.text.back() == ' ') return;
    block_.text.push_back(' ');
    if (links_ > 0) ++block_.link_bytes;
  }

  /// The first word decides what the block is.
  void describe_block() {
    if (described_) return;
    described_ = true;
    block_.container = container();
    for (const Open& element : open_) {
      block_.is_date = block_.is_date || element.is_date;
      block_.is_author = block_.is_author || element.is_author;
      if (element.tag == Tag::heading) block_.kind = Block::Kind::heading;
      if (element.tag == Tag::title_heading) block_.kind = Block::Kind::title;
      if (element.tag == Tag::list_item) block_.kind = Block::Kind::list_item;
      if (element.is_caption) block_.kind = Block::Kind::caption;
    }
  }

  void flush() {
    if (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) page_.blocks.push_back(std::move(block_));
    block_ = {};
    described_ = false;
  }

  Page& page_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> open_;
  Block block_;
  bool described_ = false;
  int skipped_ = 0;
  int links_ = 0;
};

void on_start(void* builder, const xmlChar* name, const xmlChar** attributes) {
  static_cast<PageBuilder*>(builder)->start(view(name), Attributes(attributes));
}

void on_end(void* builder, const xmlChar*) {
  static_cast<PageBuilder*>(builder)->end();
}

void on_text(void* builder, const xmlChar* text, int size) {
  static_cast<PageBuilder*>(builder)->text(view(text, static_cast<std::size_t>(size)));
}

htmlSAXHandler events() {
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  return handler;
}

using ParserPointer = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

}  // namespace

std::string_view Page::meta(std::string_view name) const {
  const auto found = std::find_if(metas.begin(), metas.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return found == metas.end() ? std::string_view{} : std::string_view{found->second};
}

Page read_page(std::string_view utf8) {
  static const bool initialised = (xmlInitParser(), true);
  (void)initialised;
  Page page;
  PageBuilder builder(page);
  htmlSAXHandler handler = events();
  const ParserPointer parser(
      htmlCreatePushParserCtxt(&handler, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
      &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR |
                                       HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_RECOVER);
  builder.attach(parser.get());
  const std::string calm = without_surplus_attributes(utf8);
  constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
  for (std::size_t i = 0; i < calm.size(); i += chunk_bytes)
    htmlParseChunk(parser.get(), calm.data() + i,
                   static_cast<int>(std::min(chunk_bytes, calm.size() - i)), 0);
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  builder.finish();
  return page;
}

}  // namespace kliping::indexer::html
