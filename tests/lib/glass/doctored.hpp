// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "glass/version_file.hpp"

/// A finished database taken apart, to be put together again with a fault.
namespace kliping::glass::test {

/// One entry, inflated.
struct TableEntry {
  std::string key;
  std::string tag;
};
using Table = std::vector<TableEntry>;

struct Doctored {
  Table postlist;
  Table position;
  Table termlist;
  Table docdata;
  DatabaseStatistics statistics;
};

Doctored take_apart(const std::filesystem::path& database, std::uint32_t block_bytes);
void put_together(const Doctored& doctored, const std::filesystem::path& database,
                  std::uint32_t block_bytes);

/// The first chunk of a posting list, decoded.
struct PostingChunk {
  struct Posting {
    std::uint64_t gap;
    std::uint64_t wdf;
  };

  std::uint64_t term_frequency = 0;
  std::uint64_t collection_frequency = 0;
  std::uint64_t first_docid_less_one = 0;
  char last_chunk = '1';
  std::uint64_t span = 0;
  /// The first one's gap means nothing.
  std::vector<Posting> postings;

  explicit PostingChunk(std::string_view tag);
  std::string tag() const;
};

std::uint64_t take_varint(std::string_view& bytes);

/// Cuts the last byte off every separator in a table's branch blocks.
void shorten_separators(const std::filesystem::path& table, std::uint32_t block_bytes);

}  // namespace kliping::glass::test
