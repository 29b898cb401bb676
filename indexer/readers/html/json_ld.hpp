// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace kliping::indexer::html {

/// What a page says of its article in schema.org's terms; an absent property is empty.
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

/// The first article in a page's scripts of JSON-LD, else the first film. Scripts that are no JSON
/// for a wrapping, a comma too many or escapes are mended; others are passed over.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace kliping::indexer::html
