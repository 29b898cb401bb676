// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kliping::indexer {

/// `arsip//2019/`, `./arsip/2019` and `arsip/2019` are one place, and give the same locators.
std::string tidy_path(std::string path);

/// `berita.jsonl` of `berita.jsonl:42#2`, `crawl.warc.gz` of `crawl.warc.gz@17628`.
std::string_view without_record(std::string_view locator);

/// Places in an archive, and which of them a locator lies under: `arsip` holds
/// `arsip/2019.tar!kompas/3812.html` and `arsip/berita.jsonl:42`, `arsip/berita.jsonl` the latter.
class LocatorSet {
 public:
  /// `.` holds every relative path that does not lead out of it.
  void insert(std::string_view place);
  bool empty() const noexcept { return counts_.empty(); }

  bool holds(std::string_view locator) const;
  /// Counts one for each place that holds it.
  void count(std::string_view locator);
  std::size_t counted(std::string_view place) const;

 private:
  template <typename Visit>
  static void for_each_above(std::string_view locator, Visit&& visit);

  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace kliping::indexer
