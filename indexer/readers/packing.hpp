// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// What stands around articles: a compression of one stream, or a container of many.
enum class Packing {
  none,
  gzip,
  bzip2,
  xz,
  lzma,
  lzip,
  zstd,
  lz4,
  compress,
  tar,
  cpio,
  zip,
  seven_zip,
};

/// Bytes from the front of an input that tell its packing: a tar shows itself in its first block.
inline constexpr std::size_t packing_bytes = 512;

/// By content alone, but for the two whose first bytes say too little (`.lzma`, old `.tar`).
Packing packing_of(std::string_view head, std::string_view name);

bool is_container(Packing packing);

/// `berita.jsonl` of `berita.jsonl.gz`; other names as they are.
std::string_view unpacked_name(std::string_view name);

/// Whether a name promises a container (`2019-04.tar.zst`), so that a choice of members goes into
/// it.
bool names_container(std::string_view name);

}  // namespace kliping::indexer
