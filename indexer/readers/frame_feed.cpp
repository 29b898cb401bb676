// SPDX-License-Identifier: GPL-3.0-or-later
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <new>

#include "feed_items.hpp"
#include "frame.hpp"
#include "xml_ampersands.hpp"
#include "xml_view.hpp"

namespace kliping::indexer {

namespace {

/// What libxml2's events are told to.
struct Listener {
  FeedItems items;
  xmlParserCtxtPtr parser = nullptr;
};

Listener& listener(void* self) {
  return *static_cast<Listener*>(self);
}

void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int,
              const xmlChar**, int count, int, const xmlChar** attributes) {
  const int line = xmlSAX2GetLineNumber(listener(self).parser);
  listener(self).items.start(view(name), view(prefix), {count, attributes},
                             static_cast<std::size_t>(line));
}

void on_end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
  listener(self).items.end(view(name));
  if (!listener(self).items.wants_more()) xmlStopParser(listener(self).parser);
}

void on_text(void* self, const xmlChar* text, int size) {
  listener(self).items.text(view(text, static_cast<std::size_t>(size)));
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

ParserPointer new_parser(xmlSAXHandler& handler, Listener& listener, const std::string& encoding) {
  static const bool initialised = (xmlInitParser(), true);
  (void)initialised;
  ParserPointer parser(xmlCreatePushParserCtxt(&handler, &listener, nullptr, 0, nullptr),
                       &free_parser);
  if (!parser) throw std::bad_alloc();
  int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  if (encoding != "auto") {
    options |= XML_PARSE_IGNORE_ENC;
    if (xmlCharEncodingHandlerPtr converter = xmlFindCharEncodingHandler(encoding.c_str()))
      xmlSwitchToEncoding(parser.get(), converter);
  }
  xmlCtxtUseOptions(parser.get(), options);
  listener.parser = parser.get();
  return parser;
}

}  // namespace

bool frame_feed(Input& input, Outlet& outlet) {
  Listener listener{FeedItems(outlet)};
  const FeedItems& items = listener.items;
  xmlSAXHandler handler = events();
  const ParserPointer parser = new_parser(handler, listener, outlet.origin().encoding);
  XmlAmpersands ampersands;
  for (std::string_view window = input.window(); !window.empty() && items.wants_more();
       window = input.window()) {
    const std::string_view part = window.substr(0, std::size_t{1} << 20);
    const std::string& mended = ampersands.mend(part);
    xmlParseChunk(parser.get(), mended.data(), static_cast<int>(mended.size()), 0);
    input.consume(part.size());
  }
  if (!items.wants_more()) return false;
  const std::string& rest = ampersands.end();
  xmlParseChunk(parser.get(), rest.data(), static_cast<int>(rest.size()), 1);
  if (items.is_inside_item())
    outlet.fault(items.start_line(), message("the feed ends inside this item"));
  else if (items.count() == 0)
    outlet.warn(message("a feed without items"));
  else if (const xmlError* error = xmlCtxtGetLastError(parser.get()); parser->wellFormed == 0)
    outlet.note(error == nullptr ? 0 : static_cast<std::size_t>(std::max(error->line, 0)),
                message("not well-formed XML; what could be read of it was"));
  return outlet.finish();
}

}  // namespace kliping::indexer
