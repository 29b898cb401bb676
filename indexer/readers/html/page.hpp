// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kliping::indexer::html {

/// What an element's tag, class and id say about the text inside it. A widget (shares, banners) is
/// furniture unless it holds running text: then an unclosed tag has swallowed the article.
enum class Role : std::uint8_t { plain, content, widget, furniture };

/// An element that can hold paragraphs. The page keeps these alone, not the tree.
struct Container {
  /// Index of the container around it; the first is its own.
  std::uint32_t parent = 0;
  Role role = Role::plain;
  /// The page itself says that the article's text is here (`itemprop="articleBody"`).
  bool is_article_body = false;
  bool is_article = false;
  /// The same for elements of one tag and one family of class names (`isi__bagian`, `isi__akhir`);
  /// 0 where it has no class.
  std::uint32_t kin = 0;
};

/// A run of text that the page shows as one paragraph or line.
struct Block {
  enum class Kind : std::uint8_t { text, heading, title, list_item, caption };

  std::string text;
  std::uint32_t container = 0;
  Kind kind = Kind::text;
  /// Bytes of it inside links.
  std::uint32_t link_bytes = 0;
  /// In an element that says it holds a date.
  bool is_date = false;
  bool is_author = false;
  /// In one that says it holds the headline.
  bool is_headline = false;
};

/// A page, read but not judged.
struct Page {
  std::string title;
  std::string canonical_url;
  /// The class of `body`, where themes say what kind of page it is.
  std::string body_classes;
  /// `<meta>` by property, name or itemprop in lower case, in their order.
  std::vector<std::pair<std::string, std::string>> metas;
  /// `datetime` of `<time>` and its like in microdata and microformats.
  std::vector<std::string> times;
  /// What stands in the element that is marked as the author's name, and as the section's.
  std::string marked_author;
  std::string marked_section;
  std::vector<std::string> json_ld;
  /// Scripts of plain JSON: what a page is built of that has no text yet.
  std::vector<std::string> data;
  std::vector<Container> containers;
  std::vector<Block> blocks;

  /// The first meta of a name with any content; empty where there is none.
  std::string_view meta(std::string_view name) const;
};

/// Reads UTF-8 HTML of any quality. Elements nested deeper than any page's end the reading there.
/// Takes the text, so that a large page is not there twice.
Page read_page(std::string utf8);

/// The encoding that the page's head declares; empty where none is.
std::string declared_encoding(std::string_view bytes);

/// The name of an encoding where it says more than the bytes themselves, in lower case; else empty.
std::string useful_encoding(std::string_view name);

}  // namespace kliping::indexer::html
