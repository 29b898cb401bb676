// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kliping::indexer {

/// A path without what makes no difference: `./arsip/2019` and `arsip/2019/` are `arsip/2019`.
std::string tidy_path(std::string path);

/// The file of a locator: `berita.jsonl` of `berita.jsonl:42#2`, `crawl.warc.gz` of
/// `crawl.warc.gz@17628`.
std::string_view without_record(std::string_view locator);

/// A set of places in an archive (folders, files, members) that tells whether a locator lies below
/// one of them: `arsip/2019.tar!kompas/3812.html` and `arsip/berita.jsonl:42` lie below `arsip`,
/// the second also below `arsip/berita.jsonl`.
class LocatorSet {
 public:
  /// Below `.` lies every relative path that does not lead out of it by `..`.
  void insert(std::string_view place);
  bool empty() const noexcept { return counts_.empty(); }

  bool holds(std::string_view locator) const;
  /// Adds one to the count of each place that the locator lies below.
  void count(std::string_view locator);
  std::size_t counted(std::string_view place) const;

 private:
  template <typename Visit>
  static void for_each_above(std::string_view locator, Visit&& visit);

  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace kliping::indexer
