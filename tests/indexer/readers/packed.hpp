// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace kliping::indexer::testing {

/// What a test puts into a container.
struct PackedMember {
  enum class Kind { file, symbolic_link, hard_link, device };

  std::string name;
  /// Of a link its target.
  std::string bytes;
  Kind kind = Kind::file;
};

/// A container in memory, by libarchive's names: `gnutar` `ustar` `zip` `7zip` `newc`, and a
/// compression around it: `none` `gzip` `bzip2` `xz` `zstd` `lz4`.
std::string packed(const std::string& format, const std::string& compression,
                   const std::vector<PackedMember>& members);

/// One stream, compressed.
std::string compressed(const std::string& compression, const std::string& bytes);

}  // namespace kliping::indexer::testing
