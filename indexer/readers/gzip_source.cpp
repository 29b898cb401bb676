// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzip_source.hpp"

#include <algorithm>
#include <new>

namespace kliping::indexer {

namespace {
constexpr std::size_t buffer_bytes = std::size_t{128} << 10;
/// Beginnings of members that are remembered: more than any window of records holds.
constexpr std::size_t remembered_members = std::size_t{1} << 16;
constexpr int gzip_window_bits = 16 + MAX_WBITS;
}  // namespace

GzipSource::GzipSource(ByteSource& packed, UnpackLayer& layer)
    : packed_(packed), layer_(layer), buffer_(new char[buffer_bytes]) {
  if (inflateInit2(&stream_, gzip_window_bits) != Z_OK) throw std::bad_alloc();
}

GzipSource::~GzipSource() {
  inflateEnd(&stream_);
}

bool GzipSource::refill() {
  if (stream_.avail_in > 0) return true;
  const std::size_t got = packed_.read({buffer_.get(), buffer_bytes});
  pulled_ += got;
  layer_.took_in(got);
  stream_.next_in = reinterpret_cast<Bytef*>(buffer_.get());
  stream_.avail_in = static_cast<uInt>(got);
  return got > 0;
}

/// False at the end, padding by zeros included, as tapes and block devices leave it.
bool GzipSource::begin_member() {
  while (refill()) {
    if (given_ > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
      continue;
    }
    members_.push_back({given_, pulled_ - stream_.avail_in});
    if (members_.size() > remembered_members) members_.pop_front();
    return in_member_ = inflateReset(&stream_) == Z_OK;
  }
  return false;
}

std::size_t GzipSource::read(std::span<char> into) {
  stream_.next_out = reinterpret_cast<Bytef*>(into.data());
  stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), UINT32_MAX));
  const uInt wanted = stream_.avail_out;
  while (stream_.avail_out == wanted && !ended_) {
    if (!in_member_ && !begin_member()) {
      ended_ = true;
      break;
    }
    if (!refill()) throw SourceFault(message("the gzip data is cut short"));
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END)
      in_member_ = false;
    else if (result != Z_OK && result != Z_BUF_ERROR)
      throw SourceFault(message("the gzip data is damaged"));
  }
  const std::size_t got = wanted - stream_.avail_out;
  given_ += got;
  layer_.gave_out(got);
  return got;
}

std::uint64_t GzipSource::stored_offset(std::uint64_t position) {
  // Asked for what comes next, where nobody has read of it yet.
  if (position == given_ && !in_member_ && !ended_) begin_member();
  while (members_.size() > 1 && members_[1].position <= position) members_.pop_front();
  const bool begins_member = !members_.empty() && members_.front().position == position;
  return begins_member ? members_.front().offset : position;
}

}  // namespace kliping::indexer
