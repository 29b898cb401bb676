// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "table_writer.hpp"

namespace kliping::glass {

/// Statistics of the whole database.
struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  /// Of the documents that have a length.
  std::uint32_t min_length = 0;
  std::uint32_t max_length = 0;
  std::uint32_t max_wdf = 0;
  std::uint64_t total_length = 0;
};

/// What `iamglass` says.
///
///     0F 0D "Xapian Glass"  u16 format, a date: (year - 2014) << 9 | month << 5 | day
///     16 bytes              UUID
///     varint                revision
///     of postlist, docdata, termlist, position, spelling, synonym:
///     varint                root block
///     varint                level << 2 | appended in order << 1 | no root, as the table is empty
///     varint                entries
///     varint                block size >> 11
///     varint                least bytes of a tag that is deflated; 0 for never
///     string                freelist: varint revision, first unused block, and twice block and
///                           offset of a cursor; empty without root
///     varint                documents, last docid - documents, min length, max wdf,
///                           max length - max wdf, oldest changeset, total length, max spelling
///                           frequency
struct VersionRecord {
  Root postlist;
  Root docdata;
  Root termlist;
  Root position;
  std::uint32_t block_bytes = 0;
  std::array<char, 16> uuid{};
  DatabaseStatistics statistics;
};

/// The first bytes of the file: magic and format. A reader refuses a file that begins otherwise.
inline constexpr std::string_view format_mark{"\x0F\rXapian Glass\x04\x6E", 16};

std::string to_bytes(const VersionRecord& record);

/// Writes `iamglass`, which makes a folder of tables a database: last of all.
void write_version_file(const std::filesystem::path& folder, const VersionRecord& record);

/// Of random numbers (RFC 4122, version 4).
std::array<char, 16> new_uuid();

}  // namespace kliping::glass
