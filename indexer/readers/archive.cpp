// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace kliping::indexer {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{128} << 10;
/// libarchive holds a member's header in memory whole, however long a name a cpio says that it has.
constexpr std::uint64_t longest_header_bytes = std::uint64_t{16} << 20;

/// What libarchive says, in words for the user; the first that occurs counts.
struct Saying {
  std::string_view theirs;
  MessageText<0> ours;
};
constexpr std::array<Saying, 12> sayings{{
    {"runcated", mark("the archive is cut short")},
    {"ncrypt", mark("encrypted")},
    {"assphrase", mark("encrypted")},
    {"CRC", mark("the checksum does not agree: damaged")},
    {"hecksum", mark("the checksum does not agree: damaged")},
    {"nsupported", mark("packed by a method that is not known here")},
    {"not supported", mark("packed by a method that is not known here")},
    {"Unrecognized", mark("no archive after all, or a damaged one")},
    {"memory", mark("unpacking it takes too much memory")},
    {"too large", mark("packed with a larger window than is unpacked here")},
    {"requires too much", mark("packed with a larger window than is unpacked here")},
    {"", mark("the archive is damaged")},
}};

struct Support {
  Packing packing;
  int (*enable)(struct archive*);
};

constexpr std::array<Support, 4> containers{{
    {Packing::tar, archive_read_support_format_tar},
    {Packing::cpio, archive_read_support_format_cpio},
    {Packing::zip, archive_read_support_format_zip},
    {Packing::seven_zip, archive_read_support_format_7zip},
}};

/// gzip is unpacked by gzip_source.hpp.
constexpr std::array<Support, 7> compressions{{
    {Packing::bzip2, archive_read_support_filter_bzip2},
    {Packing::xz, archive_read_support_filter_xz},
    {Packing::lzma, archive_read_support_filter_lzma},
    {Packing::lzip, archive_read_support_filter_lzip},
    {Packing::zstd, archive_read_support_filter_zstd},
    {Packing::lz4, archive_read_support_filter_lz4},
    {Packing::compress, archive_read_support_filter_compress},
}};

void support(struct archive* handle, Packing packing) {
  for (const Support& container : containers) {
    if (container.packing != packing) continue;
    container.enable(handle);
    return;
  }
  for (const Support& compression : compressions) {
    if (compression.packing == packing) compression.enable(handle);
  }
  archive_read_support_format_raw(handle);
  archive_read_support_format_empty(handle);
}

/// The UTF-8 name where the archive says that it is so, else its bytes.
std::string name_of(struct archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string{} : name;
}

Archive::Member::Kind kind_of(struct archive_entry* entry, const std::string& name) {
  using Kind = Archive::Member::Kind;
  if (archive_entry_hardlink(entry) != nullptr || archive_entry_hardlink_utf8(entry) != nullptr)
    return Kind::link;
  switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
      return Kind::directory;
    case AE_IFLNK:
      return Kind::link;
    case AE_IFREG:
    case 0:  // DOS knew no kinds
      return name.ends_with('/') ? Kind::directory : Kind::file;
    default:
      return Kind::special;
  }
}

}  // namespace

/// What libarchive calls to get at the bytes.
struct Archive::Callbacks {
  /// Runs `work`; what it throws waits in the archive until libarchive has come back.
  template <typename Work>
  static auto guarded(void* self, Work work) -> decltype(work(*static_cast<Archive*>(self))) {
    auto& archive = *static_cast<Archive*>(self);
    try {
      return work(archive);
    } catch (...) {
      archive.thrown_ = std::current_exception();
      return -1;
    }
  }

  static la_ssize_t read(struct archive*, void* self, const void** bytes) {
    return guarded(self, [bytes](Archive& archive) {
      ByteSource& source = archive.seekable_ != nullptr ? *archive.seekable_ : archive.packed_;
      const std::size_t got = source.read({archive.buffer_.get(), buffer_bytes});
      archive.position_ += got;
      if (archive.header_bytes_ && (*archive.header_bytes_ += got) > longest_header_bytes)
        throw SourceFault(message("the archive is damaged"));
      archive.layer_.took_in(got);
      if (archive.member_layer_ != nullptr) archive.member_layer_->took_in(got);
      *bytes = archive.buffer_.get();
      return static_cast<la_ssize_t>(got);
    });
  }

  static la_int64_t seek(struct archive*, void* self, la_int64_t offset, int whence) {
    return guarded(self, [offset, whence](Archive& archive) {
      la_int64_t target = offset;
      if (whence == SEEK_CUR) target += static_cast<la_int64_t>(archive.position_);
      if (whence == SEEK_END) target += static_cast<la_int64_t>(archive.seekable_->size());
      archive.position_ = static_cast<std::uint64_t>(std::max<la_int64_t>(target, 0));
      archive.seekable_->seek(archive.position_);
      return static_cast<la_int64_t>(archive.position_);
    });
  }
};

Archive::Archive(Packing packing, ByteSource& packed, SeekableSource* seekable, UnpackLayer& layer)
    : packing_(packing),
      packed_(packed),
      seekable_(seekable),
      layer_(layer),
      buffer_(new char[buffer_bytes]),
      handle_(archive_read_new()) {
  if (handle_ == nullptr) throw std::bad_alloc();
  support(handle_, packing);
  if (seekable_ != nullptr) {
    seekable_->seek(0);
    layer_.set_stored_size(seekable_->size());
    archive_read_set_seek_callback(handle_, Callbacks::seek);
  }
  if (archive_read_open2(handle_, this, nullptr, Callbacks::read, nullptr, nullptr) != ARCHIVE_OK) {
    const SourceFault why = fault();
    archive_read_free(handle_);
    if (thrown_) std::rethrow_exception(thrown_);
    throw why;
  }
}

Archive::~Archive() {
  archive_read_free(handle_);
}

SourceFault Archive::fault() {
  const char* const text = archive_error_string(handle_);
  const std::string_view theirs = text == nullptr ? "" : text;
  const auto* const saying = std::find_if(sayings.begin(), sayings.end(), [&](const Saying& known) {
    return theirs.find(known.theirs) != std::string_view::npos;
  });
  return SourceFault(message(saying->ours));
}

/// The data of the member before is passed over by itself: it may be of any length.
int Archive::read_header(struct archive_entry*& entry) {
  if (packing_ != Packing::cpio) return archive_read_next_header(handle_, &entry);
  const int skipped =
      std::exchange(is_inside_, true) ? archive_read_data_skip(handle_) : ARCHIVE_OK;
  if (skipped == ARCHIVE_EOF || skipped == ARCHIVE_FATAL || thrown_) return ARCHIVE_FATAL;
  header_bytes_ = 0;
  const int result = archive_read_next_header(handle_, &entry);
  header_bytes_.reset();
  return result;
}

std::optional<Archive::Member> Archive::next() {
  member_layer_ = nullptr;
  struct archive_entry* entry = nullptr;
  const int result = is_broken_ ? ARCHIVE_EOF : read_header(entry);
  if (thrown_) {
    is_broken_ = true;
    std::rethrow_exception(std::exchange(thrown_, nullptr));
  }
  if (result == ARCHIVE_EOF) {
    if (lacks_end_mark())
      throw SourceFault(message("the archive is cut short: its end mark is missing"));
    return std::nullopt;
  }
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
    is_broken_ = true;
    throw fault();
  }
  Member member;
  member.name = name_of(entry);
  member.kind = kind_of(entry, member.name);
  member.is_encrypted = archive_entry_is_encrypted(entry) != 0;
  return member;
}

/// A tar that was cut off between two members looks whole but for its end mark, a block of zeros
/// where another header could stand; libarchive does not ask for it.
bool Archive::lacks_end_mark() {
  if (packing_ != Packing::tar || is_broken_) return false;
  is_broken_ = true;
  return static_cast<std::uint64_t>(archive_read_header_position(handle_)) == position_;
}

void Archive::abandon_member() {
  const bool can_pass_over = packing_ == Packing::tar || packing_ == Packing::cpio ||
                             (packing_ == Packing::zip && seekable_ != nullptr);
  is_broken_ = is_broken_ || !can_pass_over;
}

std::size_t Archive::read(std::span<char> into, UnpackLayer& layer) {
  member_layer_ = &layer;
  const la_ssize_t got = archive_read_data(handle_, into.data(), into.size());
  if (thrown_) {
    is_broken_ = true;
    std::rethrow_exception(std::exchange(thrown_, nullptr));
  }
  if (got < 0) {
    is_broken_ = got == ARCHIVE_FATAL;
    throw fault();
  }
  layer.gave_out(static_cast<std::uint64_t>(got));
  return static_cast<std::size_t>(got);
}

}  // namespace kliping::indexer
