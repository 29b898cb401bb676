// SPDX-License-Identifier: GPL-3.0-or-later
#include "locator_set.hpp"

#include <algorithm>

namespace kliping::indexer {

namespace {

/// Whether a place may end at this sign: a name, a member, a line or an offset follows.
bool ends_place(std::string_view locator, std::size_t at) {
  if (locator[at] == '/' || locator[at] == '!') return true;
  if (locator[at] != ':' && locator[at] != '@') return false;
  // `berita.jsonl:42#2`, `crawl.warc.gz@17628`, but not the folder `arsip@2019` beside `arsip`.
  return locator.find_first_not_of("0123456789#", at + 1) == locator.npos;
}

constexpr std::string_view here = ".";

bool leads_elsewhere(std::string_view locator) {
  return locator.starts_with('/') || locator.starts_with("../") || locator == "..";
}

/// The file system's root is the one place whose name ends with a separator.
std::string_view key_of(std::string_view place) {
  return place == "/" ? std::string_view{} : place;
}

}  // namespace

std::string tidy_path(std::string path) {
  while (path.starts_with("./")) {
    path.erase(0, 2);
    path.erase(0, std::min(path.find_first_not_of('/'), path.size()));
  }
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path.empty() ? std::string{here} : path;
}

std::string_view without_record(std::string_view locator) {
  const auto sign = locator.find_last_not_of("0123456789#");
  const bool is_record = sign != locator.npos && sign + 1 < locator.size() &&
                         (locator[sign] == ':' || locator[sign] == '@');
  return is_record ? locator.substr(0, sign) : locator;
}

/// Calls `visit` with the key of every place that could hold the locator; true ends it.
template <typename Visit>
void LocatorSet::for_each_above(std::string_view locator, Visit&& visit) {
  if (!leads_elsewhere(locator) && visit(std::string{here})) return;
  for (std::size_t end = 0; end < locator.size(); ++end) {
    if (ends_place(locator, end) && visit(std::string{locator.substr(0, end)})) return;
  }
  visit(std::string{locator});
}

void LocatorSet::insert(std::string_view place) {
  counts_.try_emplace(std::string{key_of(place)}, 0);
}

bool LocatorSet::holds(std::string_view locator) const {
  bool found = false;
  for_each_above(locator, [&](const std::string& place) {
    return found = counts_.find(place) != counts_.end();
  });
  return found;
}

void LocatorSet::count(std::string_view locator) {
  for_each_above(locator, [&](const std::string& place) {
    if (const auto at = counts_.find(place); at != counts_.end()) ++at->second;
    return false;
  });
}

std::size_t LocatorSet::counted(std::string_view place) const {
  const auto at = counts_.find(std::string{key_of(place)});
  return at == counts_.end() ? 0 : at->second;
}

}  // namespace kliping::indexer
