// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctored.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "glass/pack.hpp"
#include "process.hpp"

namespace kliping::glass::test {

namespace {

constexpr std::size_t header_bytes = 11;
constexpr unsigned first_piece = 0x20;

std::size_t number_at(std::string_view bytes, std::size_t at, unsigned size) {
  std::size_t value = 0;
  for (unsigned i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Calls `take` with the offset of each item of a block, in order.
template <typename Take>
void for_each_item(std::string_view block, Take&& take) {
  const std::size_t end = number_at(block, 9, 2);
  for (std::size_t at = header_bytes; at < end; at += 2) take(number_at(block, at, 2));
}

void add_item(Table& table, std::string_view block, std::size_t at) {
  const std::size_t head = number_at(block, at, 2);
  const std::size_t size = (head & 0x1FFF) + 3;
  const std::size_t flags = head >> 8;
  const std::size_t key_bytes = number_at(block, at + 2, 1);
  const std::size_t piece_number = (flags & first_piece) != 0 ? 0 : 2;
  const std::size_t around = 3 + key_bytes + piece_number;
  if (key_bytes == 0) return;
  if (piece_number == 0) table.push_back({std::string(block.substr(at + 3, key_bytes)), {}});
  std::string& tag = table.back().tag;
  tag += block.substr(at + around, size - around);
}

Table read_table(const std::filesystem::path& path, std::uint32_t block_bytes) {
  const std::string file = kliping::test::read_file(path);
  Table table;
  for (std::size_t at = 0; at < file.size(); at += block_bytes) {
    const std::string_view block = std::string_view(file).substr(at, block_bytes);
    if (block[4] != 0) continue;
    for_each_item(block, [&](std::size_t item) { add_item(table, block, item); });
  }
  return table;
}

DatabaseStatistics read_statistics(const std::filesystem::path& database) {
  const std::string file = kliping::test::read_file(database / "iamglass");
  std::string_view rest = std::string_view(file).substr(format_mark.size() + 16);
  take_varint(rest);
  for (int table = 0; table < 6; ++table) {
    for (int i = 0; i < 5; ++i) take_varint(rest);
    rest.remove_prefix(take_varint(rest));
  }
  DatabaseStatistics statistics;
  statistics.documents = static_cast<std::uint32_t>(take_varint(rest));
  statistics.last_docid = static_cast<std::uint32_t>(take_varint(rest)) + statistics.documents;
  statistics.min_length = static_cast<std::uint32_t>(take_varint(rest));
  statistics.max_wdf = static_cast<std::uint32_t>(take_varint(rest));
  statistics.max_length = static_cast<std::uint32_t>(take_varint(rest)) + statistics.max_wdf;
  take_varint(rest);
  statistics.total_length = take_varint(rest);
  return statistics;
}

Root write_table(const Table& table, const std::filesystem::path& path, std::uint32_t block_bytes) {
  TableWriter writer(path, block_bytes, WhenEmpty::written, Growth::at_the_end);
  for (const auto& [key, tag] : table) writer.add(key, tag);
  return writer.finish();
}

}  // namespace

std::uint64_t take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.at(0));
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
}

Doctored take_apart(const std::filesystem::path& database, std::uint32_t block_bytes) {
  return {read_table(database / "postlist.glass", block_bytes),
          read_table(database / "position.glass", block_bytes),
          read_table(database / "termlist.glass", block_bytes),
          read_table(database / "docdata.glass", block_bytes), read_statistics(database)};
}

void put_together(const Doctored& doctored, const std::filesystem::path& database,
                  std::uint32_t block_bytes) {
  std::filesystem::create_directories(database);
  VersionRecord record;
  record.postlist = write_table(doctored.postlist, database / "postlist.glass", block_bytes);
  record.position = write_table(doctored.position, database / "position.glass", block_bytes);
  record.termlist = write_table(doctored.termlist, database / "termlist.glass", block_bytes);
  record.docdata = write_table(doctored.docdata, database / "docdata.glass", block_bytes);
  record.block_bytes = block_bytes;
  record.uuid = new_uuid();
  record.statistics = doctored.statistics;
  write_version_file(database, record);
}

PostingChunk::PostingChunk(std::string_view tag) {
  term_frequency = take_varint(tag);
  collection_frequency = take_varint(tag);
  first_docid_less_one = take_varint(tag);
  last_chunk = tag.front();
  tag.remove_prefix(1);
  span = take_varint(tag);
  postings.push_back({0, take_varint(tag)});
  while (!tag.empty()) {
    const std::uint64_t gap = take_varint(tag) + 1;
    postings.push_back({gap, take_varint(tag)});
  }
}

std::string PostingChunk::tag() const {
  std::string tag;
  append_varint(tag, term_frequency);
  append_varint(tag, collection_frequency);
  append_varint(tag, first_docid_less_one);
  tag += last_chunk;
  append_varint(tag, span);
  append_varint(tag, postings.front().wdf);
  for (std::size_t i = 1; i < postings.size(); ++i) {
    append_varint(tag, postings[i].gap - 1);
    append_varint(tag, postings[i].wdf);
  }
  return tag;
}

void shorten_separators(const std::filesystem::path& table, std::uint32_t block_bytes) {
  std::string file = kliping::test::read_file(table);
  for (std::size_t at = 0; at < file.size(); at += block_bytes) {
    const std::string_view block = std::string_view(file).substr(at, block_bytes);
    if (block[4] == 0) continue;
    for_each_item(block, [&](std::size_t item) {
      char* const key_bytes = file.data() + at + item + 4;
      const auto size = static_cast<unsigned char>(*key_bytes);
      if (size == 0) return;
      --*key_bytes;
      std::copy_n(key_bytes + size + 1, 2, key_bytes + size);
    });
  }
  std::ofstream(table, std::ios::binary) << file;
}

}  // namespace kliping::glass::test
