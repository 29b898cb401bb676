// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_data.hpp"

#include <simdjson.h>

#include <array>
#include <limits>

#include "../field_names.hpp"
#include "../json_text.hpp"

namespace kliping::indexer::html {

namespace {

namespace dom = simdjson::dom;
using schema::Field;

/// Deep enough for the nested components of such pages.
constexpr int max_search_depth = 24;
/// Shorter texts are labels or summaries.
constexpr std::size_t fewest_text_bytes = 200;
/// Where the object has the page's title.
constexpr std::size_t fewest_titled_bytes = 80;

class Search {
 public:
  explicit Search(std::string_view title) : title_(title) {}

  void visit(const dom::element& element, int depth) {
    if (depth > max_search_depth) return;
    if (dom::array array; !element.get(array))
      for (const dom::element item : array) visit(item, depth + 1);
    dom::object object;
    if (element.get(object)) return;
    judge(object);
    for (const dom::key_value_pair member : object) visit(member.value, depth + 1);
  }

  JsonLdArticle take() { return std::move(best_); }

 private:
  void judge(const dom::object& object) {
    JsonLdArticle found;
    std::array<int, schema::fields.size()> ranks;
    ranks.fill(std::numeric_limits<int>::max());
    for (const dom::key_value_pair member : object) {
      const auto guess = guess_field(member.key);
      std::string* const value = guess ? place(found, guess->field) : nullptr;
      if (value == nullptr || guess->rank >= ranks[static_cast<std::size_t>(guess->field)])
        continue;
      std::string text = flat_text(member.value, guess->field == Field::body ? "\n" : ", ");
      if (text.empty()) continue;
      ranks[static_cast<std::size_t>(guess->field)] = guess->rank;
      *value = std::move(text);
    }
    const bool is_titled = !title_.empty() && found.headline == title_;
    if (found.body.size() < (is_titled ? fewest_titled_bytes : fewest_text_bytes)) return;
    if (is_titled < best_is_titled_) return;
    if (is_titled == best_is_titled_ && found.body.size() <= best_.body.size()) return;
    best_ = std::move(found);
    best_is_titled_ = is_titled;
  }

  static std::string* place(JsonLdArticle& article, Field field) {
    switch (field) {
      case Field::title:
        return &article.headline;
      case Field::body:
        return &article.body;
      case Field::date:
        return &article.date;
      case Field::author:
        return &article.author;
      case Field::section:
        return &article.section;
      default:
        return nullptr;
    }
  }

  std::string_view title_;
  JsonLdArticle best_;
  bool best_is_titled_ = false;
};

}  // namespace

JsonLdArticle read_page_data(const std::vector<std::string>& scripts, std::string_view title) {
  Search search(title);
  for (const std::string& script : scripts) {
    dom::parser parser;
    dom::element root;
    if (!parser.parse(script).get(root)) search.visit(root, 0);
  }
  return search.take();
}

}  // namespace kliping::indexer::html
