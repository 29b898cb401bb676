// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include "../record.hpp"
#include "reading.hpp"
#include "walk.hpp"

namespace kliping::indexer {

void read(const std::vector<std::string>& inputs, const ReadOptions& options,
          const RecordHandler& handler) {
  Reading reading(options, handler);
  const WalkHandler walker{[&](const std::string& path) { return reading.file(path); },
                           handler.diagnostic};
  for (const std::string& input : inputs)
    if (!walk(input, options, walker)) return;
}

std::optional<std::size_t> total_bytes(const std::vector<std::string>& inputs,
                                       const ReadOptions& options) {
  std::size_t total = 0;
  bool known = true;
  const WalkHandler adder{[&](const std::string& path) {
                            struct stat status {};
                            if (path == "-" || ::stat(path.c_str(), &status) != 0) {
                              known = path != "-" && known;
                            } else if (S_ISREG(status.st_mode)) {
                              total += static_cast<std::size_t>(status.st_size);
                            } else {
                              known = false;
                            }
                            return known;
                          },
                          nullptr};
  for (const std::string& input : inputs)
    if (!walk(input, options, adder)) break;
  return known ? std::optional{total} : std::nullopt;
}

}  // namespace kliping::indexer
