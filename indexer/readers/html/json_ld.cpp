// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_ld.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>

#include "../json_text.hpp"
#include "../section.hpp"
#include "kliping/text/decode.hpp"

namespace kliping::indexer::html {

namespace {

namespace dom = simdjson::dom;

constexpr int max_search_depth = 4;

std::string property(const dom::object& object, std::string_view name) {
  dom::element value;
  return object.at_key(name).get(value) ? std::string{} : flat_text(value, ", ");
}

/// The first of the sections that says anything (`telling_section`).
std::string section_in(const dom::object& object) {
  dom::array sections;
  if (object.at_key("articleSection").get(sections)) return property(object, "articleSection");
  std::vector<std::string> named;
  for (const dom::element section : sections) named.push_back(flat_text(section, ", "));
  return telling_section(named);
}

/// The names of a breadcrumb list, which leads to a page, without the first, which is the site.
std::vector<std::string> steps_of(const dom::object& way) {
  dom::array steps;
  if (way.at_key("itemListElement").get(steps)) return {};
  std::vector<std::string> names;
  for (const dom::element step : steps) {
    std::string name = flat_text(step, ", ");
    dom::element item;
    if (name.empty() && !step.at_key("item").get(item)) name = flat_text(item, ", ");
    names.push_back(std::move(name));
  }
  if (!names.empty()) names.erase(names.begin());
  return names;
}

/// What an object of the data describes.
enum class Kind { article, video, list, way, other };

/// By the name of its type: `NewsArticle`, `Article`, `BlogPosting`, … are articles.
Kind kind_of(const dom::object& object) {
  const std::string type = property(object, "@type");
  const auto holds = [&](std::string_view word) { return type.find(word) != std::string::npos; };
  if (holds("Article") || holds("Posting")) return Kind::article;
  // Not `ItemList`: pages of articles state what is related to them so.
  constexpr std::array<std::string_view, 3> lists{"CollectionPage", "SearchResultsPage",
                                                  "ProfilePage"};
  if (std::any_of(lists.begin(), lists.end(), holds)) return Kind::list;
  if (holds("BreadcrumbList")) return Kind::way;
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
          persons.author_of(object),       section_in(object),
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

/// The first object of a kind, valid as long as its document is.
std::optional<dom::object> search(const dom::element& element, Kind wanted, int depth = 0) {
  if (depth > max_search_depth) return std::nullopt;
  if (dom::array array; !element.get(array)) {
    for (const dom::element item : array)
      if (auto found = search(item, wanted, depth + 1)) return found;
    return std::nullopt;
  }
  dom::object object;
  if (element.get(object)) return std::nullopt;
  const Kind kind = kind_of(object);
  if (kind == wanted) return object;
  // The articles of a list are not the page's.
  if (kind == Kind::list) return std::nullopt;
  for (const std::string_view around : {"@graph", "mainEntity", "breadcrumb"}) {
    dom::element inside;
    if (object.at_key(around).get(inside)) continue;
    if (auto found = search(inside, wanted, depth + 1)) return found;
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

/// The JSON-LD of a page, script by script.
class Reading {
 public:
  void add(const dom::element& root) {
    const Persons persons(root);
    if (!article_)
      if (const auto article = search(root, Kind::article))
        article_ = article_in(*article, persons);
    if (!video_)
      if (const auto video = search(root, Kind::video)) video_ = video_in(*video, persons);
    if (steps_.empty())
      if (const auto way = search(root, Kind::way)) steps_ = steps_of(*way);
    is_list_ = is_list_ || search(root, Kind::list).has_value();
  }

  JsonLdArticle take() {
    JsonLdArticle data = article_ ? std::move(*article_) : video_.value_or(JsonLdArticle{});
    data.is_list = is_list_ && !article_;
    // Some ways end with the page itself.
    if (!steps_.empty() && steps_.back() == data.headline) steps_.pop_back();
    if (data.section.empty() && !steps_.empty()) data.section = steps_.back();
    return data;
  }

 private:
  std::optional<JsonLdArticle> article_;
  std::optional<JsonLdArticle> video_;
  std::vector<std::string> steps_;
  bool is_list_ = false;
};

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  Reading reading;
  for (const std::string& script : scripts) {
    dom::parser parser;
    dom::element root;
    if (parse(script, parser, root)) reading.add(root);
  }
  return reading.take();
}

}  // namespace kliping::indexer::html
