// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_wrapper.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "field_names.hpp"

namespace kliping::indexer {

namespace {

/// Members that hold a list of articles, or an object with one in it: NewsAPI, JSON Feed, Solr,
/// Elasticsearch, feeds turned to JSON, interfaces of content systems.
constexpr std::array<std::string_view, 27> list_names{
    "edges",    "nodes",   "db",      "articles",  "artikel", "items",  "item",
    "data",     "results", "result",  "hits",      "docs",    "news",   "berita",
    "entries",  "entry",   "posts",   "records",   "rows",    "list",   "stories",
    "response", "feed",    "channel", "documents", "rss",     "payload"};

/// Elasticsearch, Django and Drupal, JSON:API, GraphQL.
constexpr std::array<std::string_view, 8> envelopes{"_source", "fields", "attributes", "node",
                                                    "data",    "post",   "article",    "row"};

/// Objects beside a text that tell where it is from: collections made for training.
constexpr std::array<std::string_view, 4> annotations{"metadata", "meta", "warc_headers", "info"};

constexpr int max_nested = 4;

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view one) { return same_name(one, name); });
}

/// Steps through JSON, of which the end may be missing; judges nothing.
class Scanner {
 public:
  explicit Scanner(std::string_view json) : json_(json) {}

  std::size_t position() const { return at_; }

  bool take(char wanted) {
    skip_blanks();
    if (at_ >= json_.size() || json_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  char next() {
    skip_blanks();
    return at_ < json_.size() ? json_[at_] : '\0';
  }

  /// A string as it is written, without its quotes.
  std::optional<std::string_view> string() {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at_;
    for (; at_ < json_.size(); ++at_) {
      if (json_[at_] == '"') return json_.substr(begin, at_++ - begin);
      if (json_[at_] == '\\') ++at_;
    }
    return std::nullopt;
  }

  /// Past one value, whatever it is.
  void skip_value() {
    int depth = 0;
    while (const char c = next()) {
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return;
      if (c == '"') {
        string();
      } else {
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        ++at_;
      }
    }
  }

 private:
  void skip_blanks() { at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size()); }

  std::string_view json_;
  std::size_t at_ = 0;
};

/// Calls `visit` with the name of each member, whose value comes next, until it returns true.
template <typename Visit>
bool any_member(Scanner& scanner, Visit visit) {
  if (!scanner.take('{')) return false;
  do {
    const auto name = scanner.string();
    if (!name || !scanner.take(':')) return false;
    if (visit(*name)) return true;
    scanner.skip_value();
  } while (scanner.take(','));
  scanner.take('}');
  return false;
}

bool names(schema::Field field, std::string_view name) {
  const auto guess = guess_field(name);
  return guess && guess->field == field;
}

/// An object with a title or text of its own.
bool states_article(Scanner scanner) {
  return any_member(scanner, [&](std::string_view name) {
    return names(schema::Field::title, name) || names(schema::Field::body, name);
  });
}

/// The same, or one that may have an article in an envelope.
bool looks_like_article(Scanner scanner) {
  return any_member(scanner, [&](std::string_view name) {
    return names(schema::Field::title, name) || names(schema::Field::body, name) ||
           (is_envelope(name) && scanner.next() == '{');
  });
}

/// Whether the scanner came to stand before the first article of a list. An object with a text of
/// its own is an article, and what it lists are its parts.
bool find_list(Scanner& scanner, int depth) {
  bool is_article = false;
  const bool stopped = any_member(scanner, [&](std::string_view name) {
    is_article = depth == 0 && scanner.next() == '"' && names(schema::Field::body, name);
    if (is_article) return true;
    if (!is_one_of(name, list_names)) return false;
    if (scanner.next() == '{') return depth < max_nested && find_list(scanner, depth + 1);
    if (scanner.next() != '[') return false;
    Scanner inside = scanner;
    inside.take('[');
    // What looks like an envelope may wrap a list itself.
    Scanner deeper = inside;
    const bool is_deeper = !states_article(inside) && depth < max_nested && inside.next() == '{' &&
                           find_list(deeper, depth + 1);
    const bool is_list = is_deeper || looks_like_article(inside);
    if (is_list) scanner = is_deeper ? deeper : inside;
    return is_list;
  });
  return stopped && !is_article;
}

}  // namespace

std::size_t bytes_before_wrapped_articles(std::string_view head) {
  Scanner scanner(head);
  // Pages of answers in a list: what has a title there is an article itself.
  if (!scanner.take('[')) return find_list(scanner, 0) ? scanner.position() : 0;
  if (looks_like_article(scanner)) return 0;
  // Before the list some state what program wrote it, and from which table.
  constexpr int most_before = 8;
  for (int i = 0; i < most_before && scanner.next() == '{'; ++i) {
    Scanner inside = scanner;
    if (find_list(inside, 0)) return inside.position();
    scanner.skip_value();
    if (!scanner.take(',')) break;
  }
  return 0;
}

std::size_t bytes_before_keyed_articles(std::string_view head) {
  Scanner scanner(head);
  std::size_t begin = 0;
  int articles = 0;
  const bool are_two = any_member(scanner, [&](std::string_view name) {
    const bool is_one = !is_envelope(name) && scanner.next() == '{' && looks_like_article(scanner);
    articles = is_one ? articles + 1 : 0;
    // The first member decides with the second.
    return articles == 2 || !is_one;
  });
  if (are_two && articles == 2) begin = head.find('{') + 1;
  return begin;
}

bool is_annotation(std::string_view key) {
  return std::find(annotations.begin(), annotations.end(), key) != annotations.end();
}

bool is_envelope(std::string_view key) {
  return std::find(envelopes.begin(), envelopes.end(), key) != envelopes.end();
}

}  // namespace kliping::indexer
