// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kliping::indexer::html {

/// What an element's tag, class and id say about the text inside it. A widget (share buttons, a
/// banner) is furniture, unless it holds running text: then an unclosed tag has swallowed the
/// article.
enum class Role : std::uint8_t { plain, content, widget, furniture };

/// An element that can hold paragraphs. Of the tree of elements, a Page has only these.
struct Container {
  /// Index of the container around it; the outermost is its own parent.
  std::uint32_t parent = 0;
  Role role = Role::plain;
  /// Whether the page itself says that the article's text is here (`itemprop="articleBody"`).
  bool is_article_body = false;
  bool is_article = false;
  /// A number that elements have in common if their tag and the family of their class names are the
  /// same (`isi__bagian`, `isi__akhir`); 0 for an element without a class.
  std::uint32_t kin = 0;
};

/// A run of text that the page shows as one paragraph or line.
struct Block {
  enum class Kind : std::uint8_t { text, heading, title, list_item, caption };

  std::string text;
  std::uint32_t container = 0;
  Kind kind = Kind::text;
  /// How many bytes of the text are inside links.
  std::uint32_t link_bytes = 0;
  /// Whether it is in an element that says that it holds a date, or an author.
  bool is_date = false;
  bool is_author = false;
  /// In one that says it holds the headline.
  bool is_headline = false;
};

/// The parts of a page, before anything decides which of them are the article.
struct Page {
  std::string title;
  std::string canonical_url;
  /// The class of `body`, where themes say what kind of page it is.
  std::string body_classes;
  /// The contents of `<meta>` by their property, name or itemprop in lower case, in page order.
  std::vector<std::pair<std::string, std::string>> metas;
  /// The dates that `<time>`, microdata and microformats give.
  std::vector<std::string> times;
  /// The text of the elements that are marked as the author's name and as the section.
  std::string marked_author;
  std::string marked_section;
  std::vector<std::string> json_ld;
  /// Scripts of plain JSON, from which some pages build their text in the browser.
  std::vector<std::string> data;
  std::vector<Container> containers;
  std::vector<Block> blocks;

  /// The content of the first `<meta>` of a name; empty if there is none.
  std::string_view meta(std::string_view name) const;
};

/// Reads UTF-8 HTML of any quality. Reading stops at elements that are nested deeper than on any
/// real page. Takes the text, so that a large page is in memory once.
Page read_page(std::string utf8);

/// The encoding that the page declares; empty if it declares none, or none that `useful_encoding`
/// keeps.
std::string declared_encoding(std::string_view bytes);

/// The name of an encoding, in lower case, if it tells more than the bytes themselves; else empty.
std::string useful_encoding(std::string_view name);

}  // namespace kliping::indexer::html
