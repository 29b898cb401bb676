// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zlib.h>

#include <deque>
#include <memory>

#include "unpack_budget.hpp"

namespace kliping::indexer {

/// Decompresses gzip, all its members in sequence. By zlib, not libarchive: the address of a WARC
/// record is the offset of its own gzip member, which libarchive does not tell.
class GzipSource final : public ByteSource {
 public:
  GzipSource(ByteSource& packed, UnpackLayer& layer);
  ~GzipSource() override;

  std::size_t read(std::span<char> into) override;
  std::uint64_t stored_offset(std::uint64_t position) override;

 private:
  struct Member {
    std::uint64_t position;  // of its first unpacked byte
    std::uint64_t offset;    // of its first packed byte
  };

  bool refill();
  bool begin_member();

  ByteSource& packed_;
  UnpackLayer& layer_;
  z_stream stream_{};
  std::unique_ptr<char[]> buffer_;
  std::uint64_t pulled_ = 0;
  std::uint64_t given_ = 0;
  bool in_member_ = false;
  bool ended_ = false;
  std::deque<Member> members_;
};

}  // namespace kliping::indexer
