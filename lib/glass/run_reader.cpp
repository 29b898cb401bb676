// SPDX-License-Identifier: GPL-3.0-or-later
#include "run_reader.hpp"

#include <algorithm>
#include <cstring>

#include "kliping/glass/error.hpp"
#include "pack.hpp"

namespace kliping::glass {

RunReader::RunReader(const WrittenRun& run, std::size_t buffer_bytes)
    : run_(run), offset_(run.begin), end_(run.end), buffer_(buffer_bytes) {}

bool RunReader::next_list() {
  const bool in_list = !head_.key.empty();
  if (in_list) skip(unread() - unread_after_list_);
  if (unread() == 0) return false;
  require_buffered(max_varint_bytes);
  const auto key_bytes = static_cast<std::size_t>(varint());
  require_buffered(key_bytes + 4 * max_varint_bytes);
  key_.assign(buffer_.data() + at_, key_bytes);
  at_ += key_bytes;
  head_.key = key_;
  head_.entries = varint();
  head_.total_wdf = varint();
  head_.has_payloads = varint() != 0;
  const std::uint64_t bytes = varint();
  if (bytes > unread()) throw BuildError("a temporary file does not say what was written to it");
  entries_left_ = head_.entries;
  unread_after_list_ = unread() - bytes;
  document_ = 0;
  return true;
}

bool RunReader::next_entry() {
  if (entries_left_ == 0) return false;
  --entries_left_;
  require_buffered(3 * max_varint_bytes);
  document_ += static_cast<std::uint32_t>(varint());
  wdf_ = static_cast<std::uint32_t>(varint());
  const auto payload_bytes = static_cast<std::size_t>(varint());
  require_buffered(payload_bytes);
  payload_ = {buffer_.data() + at_, payload_bytes};
  at_ += payload_bytes;
  docid_ = run_.docids[document_];
  return true;
}

void RunReader::refill(std::size_t bytes) {
  const std::size_t kept = buffer_end_ - at_;
  std::memmove(buffer_.data(), buffer_.data() + at_, kept);
  if (buffer_.size() < bytes) buffer_.resize(bytes);
  const std::uint64_t fresh = std::min<std::uint64_t>(buffer_.size() - kept, end_ - offset_);
  run_.file->read(offset_, {buffer_.data() + kept, static_cast<std::size_t>(fresh)});
  offset_ += fresh;
  at_ = 0;
  buffer_end_ = kept + static_cast<std::size_t>(fresh);
}

void RunReader::skip(std::uint64_t bytes) {
  const std::uint64_t buffered = buffer_end_ - at_;
  if (bytes <= buffered) {
    at_ += static_cast<std::size_t>(bytes);
    return;
  }
  offset_ += bytes - buffered;
  at_ = buffer_end_ = 0;
}

std::uint64_t RunReader::long_varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; at_ < buffer_end_ && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(buffer_[at_++]);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  throw BuildError("a temporary file does not say what was written to it");
}

}  // namespace kliping::glass
