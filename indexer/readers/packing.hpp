// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer {

/// What an input is packed in: a compression of one stream, or a container of many files.
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

/// So many bytes from the front of an input tell its packing; a tar needs its whole first block.
inline constexpr std::size_t packing_bytes = 512;

/// Goes by the content. The name counts only for the two packings that have no clear mark at their
/// beginning (`.lzma`, old `.tar`).
Packing packing_of(std::string_view head, std::string_view name);

bool is_container(Packing packing);

/// `berita.jsonl` of `berita.jsonl.gz`; other names as they are.
std::string_view unpacked_name(std::string_view name);

/// Whether a name is that of a container (`2019-04.tar.zst`): then `--include` chooses among its
/// members, and the container itself is always opened.
bool names_container(std::string_view name);

}  // namespace kliping::indexer
