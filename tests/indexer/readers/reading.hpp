// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"
#include "record.hpp"

namespace kliping::indexer::testing {

class ScratchFolder {
 public:
  std::string path() const { return folder_.path().string(); }
  /// Writes a file, with the folders above it, and says where it is.
  std::string write(const std::string& name, std::string_view bytes) const;

 private:
  test::TemporaryFolder folder_;
};

struct Read {
  std::vector<Article> articles;
  /// As the user sees them, without the folder's path: `a.csv:2: error: …`.
  std::vector<std::string> messages;
};

/// Reads and parses as the indexer does. `folder` is cut off locators, identities and messages.
Read read_all(const std::vector<std::string>& inputs, const ReadOptions& options = {},
              const std::string& folder = {});

/// One file of these bytes in a folder of its own.
Read read_file(const std::string& name, std::string_view bytes, const ReadOptions& options = {});

}  // namespace kliping::indexer::testing
