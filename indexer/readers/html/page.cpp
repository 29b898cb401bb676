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
#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

/// Bounds the work of libxml2, which walks its stack at every end tag. Real pages stay below 100.
constexpr std::size_t max_depth = 512;
constexpr std::size_t max_script_bytes = std::size_t{4} << 20;
/// No marked name or section is longer.
constexpr std::size_t max_mark_bytes = 200;

/// The bytes that are blanks, and the one that begins a no-break space.
constexpr std::array<bool, 256> ends_words = [] {
  std::array<bool, 256> table{};
  for (const char c : {' ', '\n', '\t', '\r', '\f', '\xC2'})
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Pages use no-break spaces for layout, so they count as blanks.
constexpr std::string_view no_break_space = "\xC2\xA0";

/// The bytes of the blank that `text` begins with; 0 if it begins with none.
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

/// A media type without its parameters, in lower case.
std::string media_type(std::string_view type) {
  return ascii::lowered(type.substr(0, type.find_first_of("; ")));
}

bool is_not_shown(const Attributes& attributes) {
  if (attributes.has("hidden")) return true;
  std::string_view style = attributes["style"];
  constexpr std::string_view key = "display:";
  const std::size_t display = style.find(key);
  if (display == style.npos) return false;
  style.remove_prefix(display + key.size());
  return style.substr(std::min(style.find_first_not_of(' '), style.size())).starts_with("none");
}

/// Whether a property of RDFa states a date: `schema:dateCreated`, `dc:date`.
bool states_date(std::string_view property) {
  constexpr std::array<std::string_view, 4> names{"dateCreated", "datePublished", "date",
                                                  "created"};
  const std::string_view name = property.substr(property.find(':') + 1);
  return property.find(':') != property.npos &&
         std::find(names.begin(), names.end(), name) != names.end();
}

/// `Container::kin`: a hash (FNV-1a) of the tag and of its first class up to `__`.
std::uint32_t kin_of(std::string_view tag, std::string_view classes) {
  std::string_view block = classes.substr(0, classes.find(' '));
  block = block.substr(0, block.find("__"));
  if (block.empty()) return 0;
  std::uint32_t hash = 2166136261U;
  for (const std::string_view part : {tag, block})
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// Builds a Page of the events of libxml2's parser.
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
    if (name == "script") element.script = script_of(media_type(attributes["type"]));
    if (name == "meta") note_meta(attributes);
    if (name == "body") page_.body_classes = attributes["class"];
    if (name == "link" && attributes["rel"] == "canonical")
      page_.canonical_url = attributes["href"];
    const std::string class_and_id =
        std::string{attributes["class"]} + ' ' + std::string{attributes["id"]};
    describe(element, name, class_and_id, attributes);
    if ((element.tag != Tag::inline_text && element.tag != Tag::skipped) ||
        begins_other_part(element))
      flush();
    if (element.tag == Tag::container || element.tag == Tag::paragraph ||
        element.tag == Tag::list_item)
      note_container(element, name, class_and_id, attributes);
    note_times(element, name, attributes);
    open_mark(element, class_and_id, attributes);
    has_author_ = has_author_ || element.is_author;
    has_date_ = has_date_ || element.is_date;
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
    if (element.opens_mark) mark_ = nullptr;
  }

  void text(std::string_view characters) {
    if (!open_.empty() && open_.back().is_title) page_.title += characters;
    if (!open_.empty() && open_.back().script != nullptr &&
        open_.back().script->back().size() + characters.size() <= max_script_bytes)
      open_.back().script->back() += characters;
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
    /// The scripts of the page to whose last one its text belongs; null outside of a script.
    std::vector<std::string>* script = nullptr;
    bool opens_mark = false;
    bool is_caption = false;
    bool is_date = false;
    bool is_author = false;
    bool is_headline = false;
  };

  std::uint32_t container() const { return open_.empty() ? 0 : open_.back().container; }

  static void describe(Open& element, std::string_view name, std::string_view class_and_id,
                       const Attributes& attributes) {
    element.is_date = name == "time" || names_date(class_and_id) ||
                      attributes["itemprop"] == "datePublished" ||
                      states_date(attributes["property"]);
    element.is_caption = element.tag == Tag::caption || names_caption(class_and_id);
    element.is_headline = names_headline(class_and_id);
    element.is_author = names_author(class_and_id) || attributes["itemprop"] == "author" ||
                        attributes["rel"] == "author";
  }

  /// Whether a new block begins: the line names both the author and the date, or the date stands in
  /// the headline's element, of which it is no part.
  bool begins_other_part(const Open& element) const {
    const bool is_in_heading = block_.kind == Block::Kind::title && !block_.text.empty();
    return (element.is_date && (has_author_ || is_in_heading)) || (element.is_author && has_date_);
  }

  std::vector<std::string>* script_of(std::string_view type) {
    std::vector<std::string>* scripts = nullptr;
    if (type == "application/ld+json") scripts = &page_.json_ld;
    if (type == "application/json") scripts = &page_.data;
    if (scripts != nullptr) scripts->emplace_back();
    return scripts;
  }

  /// Opens a container, also for a paragraph that is furniture or hidden. Hidden text counts as a
  /// widget, not as furniture: if it is running text, the page unfolds it for the reader.
  void note_container(Open& element, std::string_view name, std::string_view class_and_id,
                      const Attributes& attributes) {
    Role role = role_of(name, class_and_id);
    const bool is_frame = name == "body" || name == "html";
    if (role != Role::furniture && !is_frame && is_not_shown(attributes)) role = Role::widget;
    if (element.tag == Tag::container || role == Role::furniture || role == Role::widget)
      element.container = open_container(name, role, attributes);
  }

  std::uint32_t open_container(std::string_view name, Role role, const Attributes& attributes) {
    Container opened;
    opened.parent = container();
    opened.role = role;
    opened.is_article_body = attributes["itemprop"] == "articleBody";
    opened.is_article = name == "article" || name == "main";
    opened.kin = kin_of(name, attributes["class"]);
    page_.containers.push_back(opened);
    return static_cast<std::uint32_t>(page_.containers.size() - 1);
  }

  void note_times(const Open& element, std::string_view name, const Attributes& attributes) {
    if (!element.is_date || name == "meta") return;
    for (const std::string_view key : {"datetime", "content", "title"})
      if ((key != "title" || name == "abbr") && !attributes[key].empty())
        return page_.times.emplace_back(attributes[key]), void();
  }

  bool is_in_furniture() const {
    for (std::uint32_t at = container(); at != 0; at = page_.containers[at].parent)
      if (page_.containers[at].role == Role::furniture) return true;
    return false;
  }

  /// Begins to collect the marked author or section: the first that microdata, RDFa, `rel` of
  /// `author` and `category`, or `fn` of hCard mark.
  void open_mark(Open& element, std::string_view class_and_id, const Attributes& attributes) {
    const std::string_view property = attributes["itemprop"];
    if (mark_ != nullptr) {
      // Within the author's element the name has its own: nothing else is collected.
      if (property == "name" && mark_ == &page_.marked_author) {
        *mark_ = attributes["content"];
        element.opens_mark = true;
      }
      return;
    }
    std::string* mark = nullptr;
    if (property == "author" || attributes["rel"] == "author") mark = &page_.marked_author;
    // Readers who comment have an hCard, too.
    if (class_and_id.starts_with("fn ") && !is_in_furniture()) mark = &page_.marked_author;
    const bool is_person = attributes["typeof"].ends_with("Person");
    if (is_person && attributes["property"].ends_with("name")) mark = &page_.marked_author;
    if (property == "articleSection" || property == "genre" ||
        attributes["rel"].find("category") != std::string_view::npos)
      mark = &page_.marked_section;
    if (element.tag == Tag::skipped || mark == nullptr || !mark->empty()) return;
    mark_ = mark;
    element.opens_mark = true;
  }

  void note_meta(const Attributes& attributes) {
    for (const std::string_view key : {"property", "name", "itemprop"})
      if (!attributes[key].empty() && !attributes["content"].empty())
        page_.metas.emplace_back(ascii::lowered(attributes[key]), attributes["content"]);
  }

  void append(std::string_view word) {
    block_.text += word;
    if (mark_ != nullptr && mark_->size() < max_mark_bytes) *mark_ += word;
    if (links_ > 0) block_.link_bytes += static_cast<std::uint32_t>(word.size());
    describe_block();
  }

  /// Puts a space behind the last word.
  void part() {
    if (mark_ != nullptr && !mark_->empty() && !mark_->ends_with(' ')) mark_->push_back(' ');
    if (block_.text.empty() || block_.text.back() == ' ') return;
    block_.text.push_back(' ');
    if (links_ > 0) ++block_.link_bytes;
  }

  /// Describes a block by the elements around its first word.
  void describe_block() {
    if (described_) return;
    described_ = true;
    block_.container = container();
    for (const Open& element : open_) {
      block_.is_date = block_.is_date || element.is_date;
      block_.is_author = block_.is_author || element.is_author;
      block_.is_headline = block_.is_headline || element.is_headline;
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
    described_ = has_author_ = has_date_ = false;
  }

  Page& page_;
  htmlParserCtxtPtr parser_ = nullptr;
  std::vector<Open> open_;
  Block block_;
  bool described_ = false;
  /// Whether an element for an author, or for a date, began in the current block.
  bool has_author_ = false;
  bool has_date_ = false;
  /// Where the current text is collected as a marked author or section; null if it is neither.
  std::string* mark_ = nullptr;
  /// How many open elements are skipped, and how many are links.
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

Page read_page(std::string utf8) {
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
  blank_surplus_attributes(utf8);
  constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
  for (std::size_t i = 0; i < utf8.size(); i += chunk_bytes)
    htmlParseChunk(parser.get(), utf8.data() + i,
                   static_cast<int>(std::min(chunk_bytes, utf8.size() - i)), 0);
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  builder.finish();
  return page;
}

}  // namespace kliping::indexer::html
