// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_ld.hpp"

#include <simdjson.h>

#include <algorithm>

#include "../json_text.hpp"

namespace kliping::indexer::html {

namespace {

namespace dom = simdjson::dom;

constexpr int max_search_depth = 4;

std::string property(const dom::object& object, std::string_view name) {
  dom::element value;
  return object.at_key(name).get(value) ? std::string{} : flat_text(value, ", ");
}

/// `NewsArticle`, `Article`, `BlogPosting`, …
bool is_article(const dom::object& object) {
  const std::string type = property(object, "@type");
  return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos;
}

JsonLdArticle taken(const dom::object& object) {
  return {property(object, "headline"),
          property(object, "articleBody"),
          property(object, "datePublished"),
          property(object, "author"),
          property(object, "articleSection"),
          property(object, "publisher"),
          property(object, "url")};
}

std::optional<JsonLdArticle> search(const dom::element& element, int depth) {
  if (depth > max_search_depth) return std::nullopt;
  if (dom::array array; !element.get(array)) {
    for (const dom::element item : array)
      if (auto article = search(item, depth + 1)) return article;
    return std::nullopt;
  }
  dom::object object;
  if (element.get(object)) return std::nullopt;
  if (is_article(object)) return taken(object);
  dom::element graph;
  if (object.at_key("@graph").get(graph)) return std::nullopt;
  return search(graph, depth + 1);
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view script) {
  // Templates paste line feeds into strings; between values a blank does as well.
  std::string json(script);
  std::replace_if(
      json.begin(), json.end(), [](unsigned char c) { return c < ' '; }, ' ');
  dom::parser parser;
  dom::element root;
  if (parser.parse(json).get(root)) return std::nullopt;
  return search(root, 0);
}

}  // namespace kliping::indexer::html
