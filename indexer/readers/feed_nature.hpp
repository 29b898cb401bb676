// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What exports of content systems say an item is: they hold comments, pictures, menus, settings
/// and drafts beside articles.
namespace kliping::indexer {

/// The prefix of WordPress's own elements.
inline constexpr std::string_view wordpress_prefix = "wp";

/// Whether one of WordPress's elements says that its item is no published article.
bool disowns_article(std::string_view element, std::string_view text);

/// Whether a category is none but says what its entry is, as Blogger's do.
bool is_kind(std::string_view category_scheme);

/// Whether such a category's term stands for an article.
bool is_kind_of_article(std::string_view term);

}  // namespace kliping::indexer
