// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/archive.hpp"

namespace kliping::searcher {

std::string Archive::name() const {
  std::string joined;
  for (const std::string& path : paths_) joined += (joined.empty() ? "" : ", ") + path;
  return joined;
}

Analyzer Archive::analyzer() {
  return read([this](const Xapian::Database& database) {
    if (!analyzer_) analyzer_.emplace(stored_word_lists(database));
    return *analyzer_;
  });
}

}  // namespace kliping::searcher
