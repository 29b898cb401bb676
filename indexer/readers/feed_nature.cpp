// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_nature.hpp"

#include <algorithm>
#include <array>

namespace kliping::indexer {

namespace {

/// Elements of WordPress's exports, and what articles have there.
struct Nature {
  std::string_view element;
  std::array<std::string_view, 2> of_articles;
};

constexpr std::array<Nature, 2> natures{{
    {"post_type", {"post", "page"}},
    {"status", {"publish", "private"}},
}};

}  // namespace

bool disowns_article(std::string_view element, std::string_view text) {
  return std::any_of(natures.begin(), natures.end(), [&](const Nature& nature) {
    return nature.element == element &&
           std::find(nature.of_articles.begin(), nature.of_articles.end(), text) ==
               nature.of_articles.end();
  });
}

bool is_kind(std::string_view category_scheme) {
  return category_scheme == "http://schemas.google.com/g/2005#kind";
}

bool is_kind_of_article(std::string_view term) {
  return term.ends_with("#post") || term.ends_with("#page");
}

}  // namespace kliping::indexer
