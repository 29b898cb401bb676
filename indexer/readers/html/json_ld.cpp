// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_ld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "../json_text.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer::html {

namespace {

namespace dom = simdjson::dom;

constexpr int max_search_depth = 4;

std::string property(const dom::object& object, std::string_view name) {
  dom::element value;
  return object.at_key(name).get(value) ? std::string{} : flat_text(value, ", ");
}

/// What an object of the data describes.
enum class Kind { article, video, other };

/// By the name of its type: `NewsArticle`, `Article`, `BlogPosting`, … are articles.
Kind kind_of(const dom::object& object) {
  const std::string type = property(object, "@type");
  const auto holds = [&](std::string_view word) { return type.find(word) != std::string::npos; };
  if (holds("Article") || holds("Posting")) return Kind::article;
  return holds("VideoObject") ? Kind::video : Kind::other;
}

/// Finds the author of an article, also if `"author": {"@id": "#ani"}` refers to another object of
/// the same script.
class Persons {
 public:
  explicit Persons(const dom::element& root) : root_(root) {}

  std::string author_of(const dom::object& article) const {
    std::string named = property(article, "author");
    dom::object pointer;
    std::string_view id;
    if (!named.empty() || article.at_key("author").get(pointer) || pointer.at_key("@id").get(id))
      return named;
    dom::array graph;
    if (root_.at_key("@graph").get(graph)) return {};
    for (const dom::element item : graph) {
      std::string_view item_id;
      if (!item.at_key("@id").get(item_id) && item_id == id) return flat_text(item, ", ");
    }
    return {};
  }

 private:
  const dom::element& root_;
};

JsonLdArticle article_in(const dom::object& object, const Persons& persons) {
  return {property(object, "headline"),    property(object, "articleBody"),
          property(object, "description"), property(object, "datePublished"),
          persons.author_of(object),       property(object, "articleSection"),
          property(object, "publisher"),   property(object, "url")};
}

JsonLdArticle video_in(const dom::object& object, const Persons& persons) {
  JsonLdArticle video = article_in(object, persons);
  if (video.headline.empty()) video.headline = property(object, "name");
  if (video.date.empty()) video.date = property(object, "uploadDate");
  // The address is that of the video file.
  video.url.clear();
  return video;
}

std::optional<JsonLdArticle> search(const dom::element& element, Kind wanted,
                                    const Persons& persons, int depth) {
  if (depth > max_search_depth) return std::nullopt;
  if (dom::array array; !element.get(array)) {
    for (const dom::element item : array)
      if (auto article = search(item, wanted, persons, depth + 1)) return article;
    return std::nullopt;
  }
  dom::object object;
  if (element.get(object)) return std::nullopt;
  if (kind_of(object) == wanted)
    return wanted == Kind::article ? article_in(object, persons) : video_in(object, persons);
  for (const std::string_view around : {"@graph", "mainEntity"}) {
    dom::element inside;
    if (object.at_key(around).get(inside)) continue;
    if (auto article = search(inside, wanted, persons, depth + 1)) return article;
  }
  return std::nullopt;
}

/// The part of a script from the first bracket to the last, without the comments and `CDATA` that
/// pages wrap around their data.
std::string_view bracketed(std::string_view script) {
  constexpr std::string_view marked = "[CDATA[";
  if (const std::size_t begin = script.find(marked); begin != script.npos) {
    script.remove_prefix(begin + marked.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const std::size_t begin = script.find_first_of("{[");
  if (begin == script.npos) return {};
  const std::size_t end = script.rfind(script[begin] == '{' ? '}' : ']');
  if (end == script.npos || end < begin) return {};
  return script.substr(begin, end + 1 - begin);
}

/// Whether the script is JSON or could be mended; then it is in `root`.
bool parse(std::string_view script, dom::parser& parser, dom::element& root) {
  // Templates paste line feeds into strings. As blanks they do no harm there, nor between values.
  std::string json(bracketed(script));
  std::replace_if(
      json.begin(), json.end(), [](unsigned char c) { return c < ' '; }, ' ');
  if (!parser.parse(json).get(root)) return true;
  // Some pages escape the whole script as if it were text: no quote is left in it.
  if (json.find('"') == json.npos) json = text::repair(std::move(json));
  return !parser.parse(strict_json(std::move(json))).get(root);
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  std::optional<JsonLdArticle> video;
  for (const std::string& script : scripts) {
    dom::parser parser;
    dom::element root;
    if (!parse(script, parser, root)) continue;
    const Persons persons(root);
    if (auto article = search(root, Kind::article, persons, 0)) return std::move(*article);
    if (!video) video = search(root, Kind::video, persons, 0);
  }
  return video.value_or(JsonLdArticle{});
}

}  // namespace kliping::indexer::html
