// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "list_key.hpp"
#include "table_writer.hpp"

namespace kliping::glass {

/// Statistics of a value slot. Xapian tells bounds of its values by them.
struct ValueStatistics {
  std::uint32_t documents = 0;
  std::string lowest;
  std::string highest;

  void add(std::string_view value);
  void add(const ValueStatistics& other);
};

using SlotStatistics = std::map<std::uint32_t, ValueStatistics>;
using Metadata = std::map<std::string, std::string>;

/// Writes the postlist table. Its keys, in their order:
///
///     00 C0 name                        user metadata
///     00 D0 uint_last(slot)             value statistics: varint documents with a value, string
///                                       lowest, highest without a length, absent where the same
///     00 D8 varint(slot) sortable(docid)
///                                       value chunk from that document on: string value, then for
///                                       each further document varint gap - 1, string value
///     00 E0 [sortable(docid)]           document lengths, as a posting list of its own
///     term  [00 sortable(docid)]        postings
///
/// A posting list begins with varint term frequency, varint collection frequency (both 0 for
/// lengths), varint first docid - 1. Then, and in each further chunk at once:
///
///     u8      ASCII `1` in the last chunk, else `0`
///     varint  last docid of the chunk - its first
///     varint  wdf
///     and for each further document: varint gap - 1, varint wdf
class PostlistWriter {
 public:
  PostlistWriter(const std::filesystem::path& folder, std::uint32_t block_bytes,
                 const Metadata& metadata, const SlotStatistics& slots);

  /// For merge_runs(): this table takes every list.
  static bool wants(const ListHead&) { return true; }
  void begin_list(const ListHead& head);
  void entry(std::uint32_t docid, std::uint32_t wdf, std::string_view payload);
  void end_list();

  Root finish() { return table_.finish(); }

  /// Postings written, and the sum of their wdfs.
  std::uint64_t postings() const noexcept { return postings_; }
  std::uint64_t total_wdf() const noexcept { return total_wdf_; }

 private:
  enum class ChunkPlace { inner, last };

  bool is_full(std::size_t payload_bytes) const;
  void flush(ChunkPlace place);
  void flush_postings(ChunkPlace place);

  TableWriter table_;
  ListHead head_;
  ListKind kind_ = ListKind::postings;
  bool first_chunk_ = true;
  std::uint32_t first_docid_ = 0;
  std::uint32_t last_docid_ = 0;
  /// The entries of the chunk that is being filled.
  std::string entries_;
  std::string key_;
  std::string tag_;
  std::uint64_t postings_ = 0;
  std::uint64_t total_wdf_ = 0;
};

}  // namespace kliping::glass
