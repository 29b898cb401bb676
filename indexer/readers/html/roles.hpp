// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// What a tag means for reading a page.
enum class Tag {
  inline_text,  ///< part of the paragraph around it
  line_break,
  container,  ///< holds paragraphs
  paragraph,
  heading,
  title_heading,
  list_item,
  caption,
  skipped,  ///< has no text that is shown, or none of an article
};

/// The meaning of a tag's name, which is in lower case, as libxml2 gives it.
Tag tag_named(std::string_view name);

/// The role of an element by its tag (such as `nav`) and by the words of its class and id.
Role role_of(std::string_view tag, std::string_view class_and_id);

/// Whether a class or id attribute has a word for a picture's caption, a date, an author.
bool names_caption(std::string_view class_and_id);
bool names_date(std::string_view class_and_id);
bool names_author(std::string_view class_and_id);
/// `judul`, `headline`: the article's title where no heading is used.
bool names_headline(std::string_view class_and_id);

}  // namespace kliping::indexer::html
