// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// What a tag is to the reading of a page.
enum class Tag {
  inline_text,  ///< part of the paragraph around it
  line_break,
  container,  ///< holds paragraphs
  paragraph,
  heading,
  title_heading,
  list_item,
  caption,
  skipped,  ///< shows no text, or none of the article's
};

/// By name in lower case, as libxml2 gives it.
Tag tag_named(std::string_view name);

/// What the words of a class or id attribute say, and a tag such as `nav`.
Role role_of(std::string_view tag, std::string_view class_and_id);

/// Whether a class or id attribute has a word for a picture's caption, a date, an author.
bool names_caption(std::string_view class_and_id);
bool names_date(std::string_view class_and_id);
bool names_author(std::string_view class_and_id);
/// `judul`, `headline`: the article's title where no heading is used.
bool names_headline(std::string_view class_and_id);

}  // namespace kliping::indexer::html
