// SPDX-License-Identifier: GPL-3.0-or-later
#include "globs.hpp"

#include <fnmatch.h>

#include <algorithm>

#include "packing.hpp"

namespace kliping::indexer {

bool matches_any(const std::vector<std::string>& globs, const std::string& path_below) {
  const std::size_t slash = path_below.rfind('/');
  const std::string name = slash == std::string::npos ? path_below : path_below.substr(slash + 1);
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    const std::string& subject = glob.find('/') == std::string::npos ? name : path_below;
    return ::fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
  });
}

bool is_included(const ReadOptions& options, const std::string& path_below) {
  return options.include.empty() || matches_any(options.include, path_below) ||
         names_container(path_below);
}

bool is_excluded(const ReadOptions& options, const std::string& path_below) {
  if (options.exclude.empty()) return false;
  for (std::size_t slash = path_below.find('/'); slash != std::string::npos;
       slash = path_below.find('/', slash + 1))
    if (matches_any(options.exclude, path_below.substr(0, slash))) return true;
  return matches_any(options.exclude, path_below);
}

}  // namespace kliping::indexer
