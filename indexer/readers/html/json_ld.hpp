// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace kliping::indexer::html {

/// What a page's data say about its article, by schema.org's properties; an absent one is empty.
struct JsonLdArticle {
  std::string headline;
  std::string body;
  std::string description;
  std::string date;
  std::string author;
  std::string section;
  std::string publisher;
  std::string url;
  /// The scripts say that the page is a list, and of no article.
  bool is_list = false;
};

/// The first article in the JSON-LD scripts of a page, or else the first video. Scripts that a
/// wrapping, a surplus comma or HTML escapes keep from being JSON are mended; others are ignored.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace kliping::indexer::html
