// SPDX-License-Identifier: GPL-3.0-or-later
#include "postlist_writer.hpp"

#include <algorithm>
#include <vector>

#include "pack.hpp"

namespace kliping::glass {

namespace {

constexpr std::string_view metadata_prefix{"\0\xC0", 2};
constexpr std::string_view statistics_prefix{"\0\xD0", 2};
/// A chunk ends when its entries reach this.
constexpr std::size_t chunk_bytes = 2000;
/// A chunk of lengths or values ends before its entries exceed this, so that four of them fill a
/// block, and is never cut in pieces. Searches look such lists up for single documents, here and
/// there: that reads one block, not two.
constexpr std::size_t whole_chunk_bytes = 1980;
/// Bytes that an entry usually has beside its value: the gap to the document before, and the size
/// of the value or a wdf.
constexpr std::size_t entry_head_bytes = 4;

std::string statistics_tag(const ValueStatistics& statistics) {
  std::string tag;
  append_varint(tag, statistics.documents);
  append_string(tag, statistics.lowest);
  if (statistics.highest != statistics.lowest) tag += statistics.highest;
  return tag;
}

void add_statistics(TableWriter& table, const SlotStatistics& slots) {
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& [slot, statistics] : slots) {
    std::string key(statistics_prefix);
    append_uint_last(key, slot);
    entries.emplace_back(std::move(key), statistics_tag(statistics));
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& [key, tag] : entries) table.add(key, tag);
}

}  // namespace

void ValueStatistics::add(std::string_view value) {
  if (documents == 0 || value < lowest) lowest = value;
  if (documents == 0 || value > highest) highest = value;
  ++documents;
}

void ValueStatistics::add(const ValueStatistics& other) {
  if (documents == 0 || other.lowest < lowest) lowest = other.lowest;
  if (documents == 0 || other.highest > highest) highest = other.highest;
  documents += other.documents;
}

PostlistWriter::PostlistWriter(const std::filesystem::path& folder, std::uint32_t block_bytes,
                               const Metadata& metadata, const SlotStatistics& slots)
    : table_(folder / "postlist.glass", block_bytes, WhenEmpty::written, Growth::everywhere) {
  for (const auto& [name, value] : metadata) {
    if (!value.empty()) table_.add(std::string(metadata_prefix) + name, value);
  }
  add_statistics(table_, slots);
}

void PostlistWriter::begin_list(const ListHead& head) {
  head_ = head;
  kind_ = kind_of(head.key);
  first_chunk_ = true;
  entries_.clear();
  if (kind_ == ListKind::postings) {
    postings_ += head.entries;
    total_wdf_ += head.total_wdf;
  }
}

void PostlistWriter::entry(std::uint32_t docid, std::uint32_t wdf, std::string_view payload) {
  if (is_full(payload.size())) flush(ChunkPlace::inner);
  if (entries_.empty()) {
    first_docid_ = docid;
  } else {
    append_varint(entries_, docid - last_docid_ - 1);
  }
  if (kind_ == ListKind::values) {
    append_string(entries_, payload);
  } else {
    append_varint(entries_, wdf);
  }
  last_docid_ = docid;
}

/// Whether the next entry, which has so large a payload, must begin a new chunk.
bool PostlistWriter::is_full(std::size_t payload_bytes) const {
  if (kind_ == ListKind::postings) return entries_.size() >= chunk_bytes;
  return !entries_.empty() &&
         entries_.size() + entry_head_bytes + payload_bytes > whole_chunk_bytes;
}

void PostlistWriter::end_list() {
  flush(ChunkPlace::last);
}

void PostlistWriter::flush(ChunkPlace place) {
  key_.assign(head_.key);
  if (kind_ == ListKind::values) {
    append_sortable(key_, first_docid_);
    table_.add(key_, entries_, Pieces::avoided);
  } else {
    flush_postings(place);
  }
  entries_.clear();
  first_chunk_ = false;
}

void PostlistWriter::flush_postings(ChunkPlace place) {
  tag_.clear();
  if (first_chunk_) {
    append_varint(tag_, kind_ == ListKind::lengths ? 0 : head_.entries);
    append_varint(tag_, kind_ == ListKind::lengths ? 0 : head_.total_wdf);
    append_varint(tag_, first_docid_ - 1);
  } else {
    if (kind_ == ListKind::postings) key_ += '\0';
    append_sortable(key_, first_docid_);
  }
  tag_ += place == ChunkPlace::last ? '1' : '0';
  append_varint(tag_, last_docid_ - first_docid_);
  tag_ += entries_;
  table_.add(key_, tag_, kind_ == ListKind::lengths ? Pieces::avoided : Pieces::allowed);
}

}  // namespace kliping::glass
