// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kliping/date.hpp"

namespace kliping {

/// One article, in whatever format it came: what readers yield, the index stores and the searcher
/// shows. All text is valid UTF-8, decoded and repaired; an absent field is empty.
struct Article {
  std::string id;
  std::string title;
  std::string body;
  std::optional<Date> date;
  std::string source;
  std::string section;
  std::string author;
  std::string url;
  /// Where it came from, so that it can be found again: `berita.jsonl:42`,
  /// `2019.tar.zst!kompas/3812.html`.
  std::string locator;
  /// Other keys and columns of the archive, in their order: not searched, but shown.
  std::vector<std::pair<std::string, std::string>> extra;

  bool operator==(const Article&) const = default;
};

}  // namespace kliping
