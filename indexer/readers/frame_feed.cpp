// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <new>

#include "feed_nature.hpp"
#include "field_names.hpp"
#include "frame.hpp"
#include "html/escape.hpp"
#include "xml_ampersands.hpp"

namespace kliping::indexer {

namespace {

using schema::Field;

/// What an item's child is to us; of several for one field the lowest rank is meant.
struct Meaning {
  std::string_view element;
  Field field;
  int rank;
};

constexpr std::array<Meaning, 18> meanings{{
    {"title", Field::title, 0},
    {"encoded", Field::body, 0},
    {"content", Field::body, 1},
    {"description", Field::body, 2},
    {"summary", Field::body, 3},
    {"pubDate", Field::date, 0},
    {"published", Field::date, 0},
    {"issued", Field::date, 1},
    {"date", Field::date, 2},
    {"updated", Field::date, 3},
    {"modified", Field::date, 4},
    {"origLink", Field::url, 0},
    {"link", Field::url, 1},
    {"guid", Field::id, 0},
    {"id", Field::id, 1},
    {"category", Field::section, 0},
    {"creator", Field::author, 0},
    {"author", Field::author, 1},
}};

/// Extensions whose names are those of the feed's own elements.
constexpr std::array<std::string_view, 8> foreign_prefixes{
    "media", "itunes", "thr", "yt", "georss", "slash", "googleplay", "excerpt"};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

/// Attributes as SAX2 hands them over: five pointers each.
struct XmlAttributes {
  int count;
  const xmlChar** parts;

  std::string_view operator[](std::string_view name) const {
    for (int i = 0; i < count; ++i)
      if (const xmlChar** const part = parts + 5 * i; view(part[0]) == name)
        return {reinterpret_cast<const char*>(part[3]),
                static_cast<std::size_t>(part[4] - part[3])};
    return {};
  }
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(" \n\t\r"), text.size());
  return text.substr(first, text.find_last_not_of(" \n\t\r") + 1 - first);
}

/// Hears libxml2's events; every item becomes a row of our fields in their order.
class FeedReader {
 public:
  explicit FeedReader(Outlet& outlet)
      : outlet_(outlet), limit_(outlet.options().max_record_bytes) {}

  void attach(xmlParserCtxtPtr parser) { parser_ = parser; }
  bool wants_more() const { return wants_more_; }
  bool is_inside_item() const { return item_depth_ > 0; }
  std::size_t items() const { return items_; }
  std::size_t start_line() const { return start_line_; }

  void start(std::string_view name, std::string_view prefix, const XmlAttributes& attributes) {
    ++depth_;
    if (item_depth_ == 0) {
      is_feed_title_ = name == "title" && prefix.empty() && feed_title_.empty();
      if (name == "item" || name == "entry") begin_item();
    } else if (child_depth_ > 0) {
      nested(name);
    } else if (prefix == wordpress_prefix) {
      begin_nature(name);
    } else if (std::find(foreign_prefixes.begin(), foreign_prefixes.end(), prefix) ==
               foreign_prefixes.end()) {
      begin_child(name, attributes);
    }
  }

  void end(std::string_view name) {
    if (child_ != nullptr && depth_ > child_depth_) end_nested(name);
    if (depth_ == child_depth_) end_child();
    if (depth_ == item_depth_) end_item();
    is_feed_title_ = false;
    --depth_;
  }

  void text(std::string_view characters) {
    if (is_feed_title_ && feed_title_.size() + characters.size() <= longest_title)
      feed_title_ += characters;
    if (child_ == nullptr && nature_.empty()) return;
    if (is_xhtml_)
      add(html::escaped(characters));
    else
      add(characters);
  }

 private:
  static constexpr std::size_t longest_title = 1000;

  void begin_item() {
    ++items_;
    item_depth_ = depth_;
    start_line_ = static_cast<std::size_t>(xmlSAX2GetLineNumber(parser_));
    row_.assign(schema::fields.size(), {});
    ranks_.fill(INT_MAX);
    item_bytes_ = 0;
    guid_is_address_ = false;
    is_article_ = true;
  }

  void begin_child(std::string_view name, const XmlAttributes& attributes) {
    child_depth_ = depth_;
    const auto* const known = std::find_if(meanings.begin(), meanings.end(),
                                           [&](const Meaning& m) { return m.element == name; });
    const bool is_wanted = known != meanings.end() && known->rank < ranks_[index(known->field)];
    child_ = is_wanted ? known : nullptr;
    child_text_.clear();
    is_xhtml_ = name == "content" && attributes["type"] == "xhtml";
    if (name == "guid") guid_is_address_ = attributes["isPermaLink"] != "false";
    if (name == "category") begin_category(attributes);
    const std::string_view relation = attributes["rel"];
    if (name == "link" && !attributes["href"].empty()) {
      child_text_ = attributes["href"];
      if (!relation.empty() && relation != "alternate") child_ = nullptr;
    }
  }

  void begin_category(const XmlAttributes& attributes) {
    const std::string_view term = attributes["term"];
    child_text_ = attributes["label"].empty() ? term : attributes["label"];
    if (!is_kind(attributes["scheme"])) return;
    if (!is_kind_of_article(term)) is_article_ = false;
    child_ = nullptr;
  }

  void begin_nature(std::string_view name) {
    child_depth_ = depth_;
    child_text_.clear();
    nature_ = name;
  }

  /// Of an author only the name counts; of text in XHTML its markup, for its paragraphs.
  void nested(std::string_view name) {
    if (child_ == nullptr) return;
    if (child_->field == Field::author) child_text_.clear();
    if (is_xhtml_) add(fmt::format("<{}>", name));
  }

  void end_nested(std::string_view name) {
    if (is_xhtml_) add(fmt::format("</{}>", name));
    if (child_->field == Field::author && name == "name") {
      end_child();
      child_depth_ = depth_ - 1;
    }
  }

  void end_child() {
    child_depth_ = 0;
    const std::string_view value = trimmed(child_text_);
    if (disowns_article(nature_, value)) is_article_ = false;
    nature_.clear();
    if (child_ == nullptr) return;
    if (!value.empty()) {
      ranks_[index(child_->field)] = child_->rank;
      row_[index(child_->field)] = value;
    }
    child_ = nullptr;
  }

  void end_item() {
    item_depth_ = 0;
    if (!is_article_) return;
    std::string& id = row_[index(Field::id)];
    std::string& url = row_[index(Field::url)];
    const bool id_is_address = id.starts_with("http://") || id.starts_with("https://");
    if (url.empty() && id_is_address) url = id;
    // A permanent link is an address, and addresses identify an article wherever it is met.
    if (id_is_address && guid_is_address_) id.clear();
    if (url.empty()) row_[index(Field::source)] = trimmed(feed_title_);
    if (item_bytes_ > limit_)
      outlet_.oversized(start_line_);
    else
      wants_more_ = outlet_.row(start_line_, std::move(row_));
    if (!wants_more_) xmlStopParser(parser_);
  }

  void add(std::string_view characters) {
    item_bytes_ += characters.size();
    if (item_bytes_ <= limit_) child_text_ += characters;
  }

  static std::size_t index(Field field) { return static_cast<std::size_t>(field); }

  Outlet& outlet_;
  const std::size_t limit_;
  xmlParserCtxtPtr parser_ = nullptr;
  int depth_ = 0;
  int item_depth_ = 0;
  int child_depth_ = 0;
  const Meaning* child_ = nullptr;
  std::string child_text_;
  /// WordPress's element at hand.
  std::string nature_;
  bool is_article_ = true;
  bool is_xhtml_ = false;
  bool is_feed_title_ = false;
  bool guid_is_address_ = false;
  bool wants_more_ = true;
  std::string feed_title_;
  std::vector<std::string> row_;
  std::array<int, schema::fields.size()> ranks_{};
  std::size_t item_bytes_ = 0;
  std::size_t items_ = 0;
  std::size_t start_line_ = 0;
};

FeedReader& reader_of(void* self) {
  return *static_cast<FeedReader*>(self);
}

void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int,
              const xmlChar**, int count, int, const xmlChar** attributes) {
  reader_of(self).start(view(name), view(prefix), {count, attributes});
}

void on_end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
  reader_of(self).end(view(name));
}

void on_text(void* self, const xmlChar* text, int size) {
  reader_of(self).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

xmlSAXHandler events() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  return handler;
}

/// Declared entities make libxml2 keep a document of its own, which the parser does not free.
void free_parser(xmlParserCtxtPtr parser) {
  xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
}

using ParserPointer = std::unique_ptr<xmlParserCtxt, decltype(&free_parser)>;

ParserPointer new_parser(xmlSAXHandler& handler, FeedReader& reader, const std::string& encoding) {
  static const bool initialised = (xmlInitParser(), true);
  (void)initialised;
  ParserPointer parser(xmlCreatePushParserCtxt(&handler, &reader, nullptr, 0, nullptr),
                       &free_parser);
  if (!parser) throw std::bad_alloc();
  int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  if (encoding != "auto") {
    options |= XML_PARSE_IGNORE_ENC;
    if (xmlCharEncodingHandlerPtr converter = xmlFindCharEncodingHandler(encoding.c_str()))
      xmlSwitchToEncoding(parser.get(), converter);
  }
  xmlCtxtUseOptions(parser.get(), options);
  reader.attach(parser.get());
  return parser;
}

}  // namespace

bool frame_feed(Input& input, Outlet& outlet) {
  FeedReader reader(outlet);
  xmlSAXHandler handler = events();
  const ParserPointer parser = new_parser(handler, reader, outlet.origin().encoding);
  XmlAmpersands ampersands;
  for (std::string_view window = input.window(); !window.empty() && reader.wants_more();
       window = input.window()) {
    const std::string_view part = window.substr(0, std::size_t{1} << 20);
    const std::string& mended = ampersands.mend(part);
    xmlParseChunk(parser.get(), mended.data(), static_cast<int>(mended.size()), 0);
    input.consume(part.size());
  }
  if (!reader.wants_more()) return false;
  const std::string& rest = ampersands.end();
  xmlParseChunk(parser.get(), rest.data(), static_cast<int>(rest.size()), 1);
  if (reader.is_inside_item())
    outlet.fault(reader.start_line(), message("the feed ends inside this item"));
  else if (reader.items() == 0)
    outlet.warn(message("a feed without items"));
  else if (const xmlError* error = xmlCtxtGetLastError(parser.get()); parser->wellFormed == 0)
    outlet.note(error == nullptr ? 0 : static_cast<std::size_t>(std::max(error->line, 0)),
                message("not well-formed XML; what could be read of it was"));
  return outlet.finish();
}

}  // namespace kliping::indexer
