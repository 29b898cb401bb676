// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/archive.hpp"

namespace kliping::searcher {

std::string Archive::name() const {
  std::string joined;
  for (const std::string& path : paths_) joined += (joined.empty() ? "" : ", ") + path;
  return joined;
}

}  // namespace kliping::searcher
