// SPDX-License-Identifier: GPL-3.0-or-later
#include "version_file.hpp"

#include <random>

#include "output_file.hpp"
#include "pack.hpp"

namespace kliping::glass {

namespace {

constexpr std::uint32_t revision = 1;
constexpr unsigned freelist_cursor_numbers = 4;
/// What Xapian itself says of tables that are deflated; the builder writes none of them.
constexpr std::size_t min_deflated_bytes = 18;

/// Flags beside a root's level.
constexpr unsigned no_root = 1;
constexpr unsigned in_order = 2;

void append_root(std::string& out, const Root& root, std::uint32_t block_bytes,
                 std::size_t min_deflated) {
  const bool empty = root.blocks == 0;
  append_varint(out, root.block);
  append_varint(out, root.level << 2 | in_order | (empty ? no_root : 0U));
  append_varint(out, root.entries);
  append_varint(out, block_bytes >> 11);
  append_varint(out, min_deflated);
  std::string freelist;
  if (!empty) {
    append_varint(freelist, revision);
    append_varint(freelist, root.blocks);
    freelist.append(freelist_cursor_numbers, '\0');
  }
  append_string(out, freelist);
}

void append_statistics(std::string& out, const DatabaseStatistics& statistics) {
  append_varint(out, statistics.documents);
  append_varint(out, statistics.last_docid - statistics.documents);
  append_varint(out, statistics.min_length);
  append_varint(out, statistics.max_wdf);
  append_varint(out, statistics.max_length - statistics.max_wdf);
  append_varint(out, 0);  // oldest changeset
  append_varint(out, statistics.total_length);
  append_varint(out, 0);  // max spelling frequency
}

}  // namespace

std::string to_bytes(const VersionRecord& record) {
  std::string bytes(format_mark);
  bytes.append(record.uuid.data(), record.uuid.size());
  append_varint(bytes, revision);
  const Root none;
  append_root(bytes, record.postlist, record.block_bytes, 0);
  append_root(bytes, record.docdata, record.block_bytes, 0);
  append_root(bytes, record.termlist, record.block_bytes, 0);
  append_root(bytes, record.position, record.block_bytes, 0);
  append_root(bytes, none, record.block_bytes, min_deflated_bytes);
  append_root(bytes, none, record.block_bytes, min_deflated_bytes);
  append_statistics(bytes, record.statistics);
  return bytes;
}

void write_version_file(const std::filesystem::path& folder, const VersionRecord& record) {
  OutputFile file(folder / "iamglass");
  file.write(to_bytes(record));
  file.close();
}

std::array<char, 16> new_uuid() {
  std::random_device random;
  std::array<char, 16> uuid;
  for (char& byte : uuid) byte = static_cast<char>(random());
  uuid[6] = static_cast<char>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

}  // namespace kliping::glass
