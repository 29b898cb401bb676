// SPDX-License-Identifier: GPL-3.0-or-later
#include "packed.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace kliping::indexer::testing {

namespace {

using Handle = std::unique_ptr<struct archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<struct archive_entry, decltype(&archive_entry_free)>;

void demand(int result, struct archive* handle) {
  if (result < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(handle));
}

void describe(const PackedMember& member, struct archive_entry* entry) {
  using Kind = PackedMember::Kind;
  archive_entry_set_pathname(entry, member.name.c_str());
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_filetype(entry, member.kind == Kind::device          ? AE_IFCHR
                                    : member.kind == Kind::symbolic_link ? AE_IFLNK
                                                                         : AE_IFREG);
  if (member.kind == Kind::symbolic_link) archive_entry_set_symlink(entry, member.bytes.c_str());
  if (member.kind == Kind::hard_link) archive_entry_set_hardlink(entry, member.bytes.c_str());
  if (member.kind == Kind::file)
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
}

}  // namespace

std::string packed(const std::string& format, const std::string& compression,
                   const std::vector<PackedMember>& members) {
  std::size_t size = 1 << 16;
  for (const PackedMember& member : members) size += member.bytes.size() * 2 + 8192;
  std::string bytes(size, '\0');
  const Handle handle(archive_write_new(), &archive_write_free);
  demand(archive_write_set_format_by_name(handle.get(), format.c_str()), handle.get());
  if (compression != "none")
    demand(archive_write_add_filter_by_name(handle.get(), compression.c_str()), handle.get());
  demand(archive_write_open_memory(handle.get(), bytes.data(), bytes.size(), &size), handle.get());
  for (const PackedMember& member : members) {
    const Entry entry(archive_entry_new(), &archive_entry_free);
    describe(member, entry.get());
    demand(archive_write_header(handle.get(), entry.get()), handle.get());
    if (member.kind == PackedMember::Kind::file && !member.bytes.empty())
      archive_write_data(handle.get(), member.bytes.data(), member.bytes.size());
  }
  demand(archive_write_close(handle.get()), handle.get());
  bytes.resize(size);
  return bytes;
}

std::string compressed(const std::string& compression, const std::string& bytes) {
  return packed("raw", compression, {{"stream", bytes}});
}

}  // namespace kliping::indexer::testing
