// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kliping::indexer::html {

/// What a page says of its article in schema.org's terms; an absent property is empty.
struct JsonLdArticle {
  std::string headline;
  std::string body;
  std::string date;
  std::string author;
  std::string section;
  std::string publisher;
  std::string url;
};

/// The first article in a script of JSON-LD; empty where there is none or it is no JSON.
std::optional<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace kliping::indexer::html
