// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include "packing.hpp"
#include "unpack_budget.hpp"

struct archive;
struct archive_entry;

namespace kliping::indexer {

/// Reads archives by libarchive: the members of a tar, cpio, zip or 7z, or a compressed stream as
/// the only member. Reads forward, keeps no member in memory, writes nothing to disk.
class Archive {
 public:
  struct Member {
    enum class Kind { file, directory, link, special };

    /// As the archive has it, perhaps not UTF-8.
    std::string name;
    Kind kind = Kind::file;
    bool is_encrypted = false;
  };

  /// `seekable` has the same bytes as `packed`, from their beginning, or is null. With it a zip is
  /// read by its table of contents; a 7z cannot be read without it. `layer` is the one of the
  /// archive.
  Archive(Packing packing, ByteSource& packed, SeekableSource* seekable, UnpackLayer& layer);
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  /// The next member; nothing at the end. Throws SourceFault, after which there is no more.
  std::optional<Member> next();

  /// Reads data of the current member, which count for `layer`. Throws SourceFault.
  std::size_t read(std::span<char> into, UnpackLayer& layer);

  /// To be called where the rest of the current member is not wanted. Where it cannot be passed
  /// over without unpacking it, as in a solid 7z, the archive ends here.
  void abandon_member();

  /// Whether a fault ended it: no other member can be read.
  bool is_broken() const { return is_broken_; }

 private:
  struct Callbacks;

  SourceFault fault();
  bool lacks_end_mark();
  int read_header(struct archive_entry*& entry);

  Packing packing_;
  ByteSource& packed_;
  SeekableSource* seekable_;
  UnpackLayer& layer_;
  /// Of the member at hand.
  UnpackLayer* member_layer_ = nullptr;
  std::unique_ptr<char[]> buffer_;
  std::uint64_t position_ = 0;
  /// Read for the header that is being read.
  std::optional<std::uint64_t> header_bytes_;
  /// A member was met.
  bool is_inside_ = false;
  /// What a source threw below libarchive, which must not pass through it.
  std::exception_ptr thrown_;
  bool is_broken_ = false;
  struct archive* handle_;
};

/// The data of an archive's member at hand.
class MemberSource final : public ByteSource {
 public:
  MemberSource(Archive& archive, UnpackLayer& layer) : archive_(archive), layer_(layer) {}

  std::size_t read(std::span<char> into) override { return archive_.read(into, layer_); }

 private:
  Archive& archive_;
  UnpackLayer& layer_;
};

}  // namespace kliping::indexer
