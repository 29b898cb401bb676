// SPDX-License-Identifier: GPL-3.0-or-later
#include "no_article.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/ascii.hpp"

namespace kliping::indexer::html {

namespace {

/// Shorter links are menus' and tags'.
constexpr std::size_t headline_bytes = 25;
/// Shorter lines are dates, counts and labels.
constexpr std::size_t sentence_bytes = 40;

/// What pages that state one of these are about is one thing: an article, a film, a picture.
constexpr std::array<std::string_view, 9> article_metas{
    "article:published_time", "datepublished",     "publishdate", "pubdate",
    "publish-date",           "og:published_time", "articlebody", "headline",
    "content_publisheddate"};

/// WordPress' names for kinds of pages, in the class of `body`; its articles are `single`.
constexpr std::array<std::string_view, 6> list_classes{"archive", "search", "category",
                                                       "tax-",    "home",   "blog"};

/// First folders of the addresses of lists.
constexpr std::array<std::string_view, 11> list_folders{"tag",     "tags",     "search",   "cari",
                                                        "indeks",  "category", "kategori", "author",
                                                        "penulis", "topik",    "topic"};

/// Titles of what is sent where there is no page to send, by their letters and digits.
constexpr std::array<std::string_view, 26> error_titles{"objectmoved",
                                                        "301movedpermanently",
                                                        "302found",
                                                        "masuk",
                                                        "login",
                                                        "signin",
                                                        "404",
                                                        "404notfound",
                                                        "error404",
                                                        "404error",
                                                        "404pagenotfound",
                                                        "404halamantidakditemukan",
                                                        "halamantidakditemukan",
                                                        "lamantidakditemukan",
                                                        "pagenotfound",
                                                        "notfound",
                                                        "403forbidden",
                                                        "accessdenied",
                                                        "justamoment",
                                                        "attentionrequired",
                                                        "areyouarobot",
                                                        "sebelumandamelanjutkan",
                                                        "beforeyoucontinue",
                                                        "502badgateway",
                                                        "503servicetemporarilyunavailable",
                                                        "500internalservererror"};

bool is_link(const Block& block) {
  return block.link_bytes * 5 >= block.text.size() * 4;
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('"') || text.ends_with("”") || text.ends_with("…") ||
         text.ends_with(')') || text.ends_with(']');
}

/// A link to an article by its headline; what ends as a sentence describes a picture.
bool is_headline_link(const Block& block) {
  return is_link(block) && block.text.size() >= headline_bytes && !block.text.ends_with('.');
}

bool is_sentence(const Block& block) {
  return !is_link(block) && block.text.size() >= sentence_bytes && ends_sentence(block.text);
}

std::string letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (ascii::is_letter_or_digit(c)) kept.push_back(ascii::lower(c));
  return kept;
}

/// A page of this kind has its text between links to articles, never more than a teaser at once.
struct Shape {
  std::size_t headline_links = 0;
  /// The most bytes of sentences that stand between two such links.
  std::size_t longest_run = 0;
  /// Whether sentences stand before the first such link behind the heading.
  bool begins_with_text = false;
  /// A heading that is a headline, not the name of a list.
  bool has_headline = false;
};

bool is_headline(const Page& page, const Block& block) {
  constexpr std::ptrdiff_t fewest_blanks = 3;
  return block.kind == Block::Kind::title && !is_link(block) &&
         block.text.size() >= headline_bytes + 5 &&
         std::count(block.text.begin(), block.text.end(), ' ') >= fewest_blanks &&
         page.title.find(block.text) != std::string::npos;
}

Shape shape_of(const Page& page) {
  Shape shape;
  std::size_t run = 0;
  bool behind_heading = false;
  for (const Block& block : page.blocks) {
    if (block.kind == Block::Kind::title && !is_link(block)) {
      shape.has_headline = shape.has_headline || is_headline(page, block);
      behind_heading = true;
      run = 0;
    } else if (is_headline_link(block)) {
      ++shape.headline_links;
      behind_heading = false;
      run = 0;
    } else if (is_sentence(block)) {
      shape.begins_with_text =
          shape.begins_with_text || behind_heading || shape.headline_links == 0;
      run += block.text.size();
      shape.longest_run = std::max(shape.longest_run, run);
    }
  }
  return shape;
}

bool is_marked_article(const Page& page, const JsonLdArticle& data) {
  if (!data.headline.empty() || !data.body.empty() || !data.date.empty()) return true;
  if (std::any_of(page.containers.begin(), page.containers.end(),
                  [](const Container& container) { return container.is_article_body; }))
    return true;
  if (std::any_of(article_metas.begin(), article_metas.end(),
                  [&](std::string_view name) { return !page.meta(name).empty(); }))
    return true;
  const std::string_view type = page.meta("og:type");
  const bool states_thing =
      !type.empty() && type != "website" && type != "profile" && type != "blog";
  // Plug-ins call every page an article, and the list what it is beside that.
  return states_thing && !data.is_list;
}

/// `https://contoh.id/tag/banjir`, and the site's own address.
bool is_list_address(std::string_view url) {
  constexpr std::string_view scheme_end = "://";
  const std::size_t scheme = url.find(scheme_end);
  if (scheme == url.npos) return false;
  url.remove_prefix(scheme + scheme_end.size());
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t host_end = url.find('/');
  if (host_end == url.npos || host_end + 1 == url.size()) return true;
  const std::string_view path = url.substr(host_end + 1);
  const std::size_t folder_end = path.find('/');
  return std::find(list_folders.begin(), list_folders.end(), path.substr(0, folder_end)) !=
             list_folders.end() &&
         !path.ends_with(".html") && !path.ends_with(".htm");
}

bool has_list_class(const Page& page) {
  const std::string_view classes = page.body_classes;
  const auto begins_word = [&](std::string_view word) {
    for (std::size_t at = classes.find(word); at != classes.npos; at = classes.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      const bool is_whole = end == classes.size() || classes[end] == ' ' || word.ends_with('-');
      if (is_whole && (at == 0 || classes[at - 1] == ' ')) return true;
    }
    return false;
  };
  return !begins_word("single") && !begins_word("page") &&
         std::any_of(list_classes.begin(), list_classes.end(), begins_word);
}

bool declares_list(const Page& page, const JsonLdArticle& data) {
  const std::string_view url =
      page.canonical_url.empty() ? page.meta("og:url") : std::string_view{page.canonical_url};
  return data.is_list || page.meta("og:type") == "profile" || is_list_address(url) ||
         has_list_class(page);
}

bool is_list(const Page& page, const JsonLdArticle& data, const Shape& shape) {
  // With a word of its own it is a list by a few links, and an author is introduced at length.
  constexpr std::size_t fewest_declared = 4;
  constexpr std::size_t longest_introduction = 500;
  constexpr std::size_t fewest_links = 8;
  constexpr std::size_t longest_teaser = 300;
  if (!data.is_list && shape.has_headline && shape.begins_with_text) return false;
  if (declares_list(page, data))
    return shape.headline_links >= fewest_declared && shape.longest_run <= longest_introduction;
  return shape.headline_links >= fewest_links && shape.longest_run <= longest_teaser &&
         !shape.begins_with_text && !shape.has_headline;
}

/// A part of the title, or a heading, says so, and no article follows.
bool is_error(const Page& page, const Shape& shape) {
  constexpr std::size_t longest_apology = 300;
  if (shape.longest_run > longest_apology) return false;
  const auto says_so = [](std::string_view text) {
    const std::string words = letters_and_digits(text);
    return std::find(error_titles.begin(), error_titles.end(), words) != error_titles.end();
  };
  std::string_view title = page.title;
  while (!title.empty()) {
    const std::size_t end = std::min(title.find_first_of("|-"), title.size());
    if (says_so(title.substr(0, end))) return true;
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
    return block.kind == Block::Kind::title && says_so(block.text);
  });
}

}  // namespace

std::optional<Message> why_no_article(const Page& page, const JsonLdArticle& data) {
  if (is_marked_article(page, data)) return std::nullopt;
  const Shape shape = shape_of(page);
  if (is_error(page, shape)) return message("an error page, not an article");
  if (is_list(page, data, shape)) return message("a list of articles, not an article");
  return std::nullopt;
}

}  // namespace kliping::indexer::html
