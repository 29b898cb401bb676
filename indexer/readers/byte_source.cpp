// SPDX-License-Identifier: GPL-3.0-or-later
#include "byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kliping::indexer {

FileSource::FileSource(const std::string& path, std::function<bool(std::size_t)> progress)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      progress_(std::move(progress)) {
  if (descriptor_ < 0) throw SourceFault(system_message(errno));
  struct stat status {};
  if (path != "-" && ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode))
    size_ = static_cast<std::uint64_t>(status.st_size);
  // Advice only: a pipe has none to take.
  (void)::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

FileSource::~FileSource() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileSource::read(std::span<char> into) {
  ssize_t got = -1;
  while (wanted_ && (got = ::read(descriptor_, into.data(), into.size())) < 0 && errno == EINTR) {
    // A silent pipe may never say more: a signal is the moment to ask whether anyone still waits.
    tell(0);
  }
  if (!wanted_) return 0;
  if (got < 0) throw SourceFault(system_message(errno));
  if (got > 0) tell(static_cast<std::size_t>(got));
  return wanted_ ? static_cast<std::size_t>(got) : 0;
}

void FileSource::seek(std::uint64_t position) {
  if (::lseek(descriptor_, static_cast<off_t>(position), SEEK_SET) < 0)
    throw SourceFault(system_message(errno));
}

void FileSource::tell(std::size_t bytes) {
  if (progress_) wanted_ = progress_(bytes);
}

std::size_t MemorySource::read(std::span<char> into) {
  const std::size_t size = std::min(into.size(), bytes_.size() - position_);
  if (size > 0) std::memcpy(into.data(), bytes_.data() + position_, size);
  position_ += size;
  return size;
}

void MemorySource::seek(std::uint64_t position) {
  position_ = static_cast<std::size_t>(std::min<std::uint64_t>(position, bytes_.size()));
}

namespace {
constexpr std::uint32_t replacement = 0xFFFD;
constexpr std::size_t utf16_chunk_bytes = std::size_t{64} << 10;
}  // namespace

std::optional<Utf16Source::Order> Utf16Source::proven_order(std::string_view head) {
  constexpr std::size_t fewest_units = 8;
  const std::size_t units = head.size() / 2;
  if (units < fewest_units) return std::nullopt;
  for (const std::size_t low : {std::size_t{0}, std::size_t{1}}) {
    std::size_t plain = 0;
    bool is_text = true;
    for (std::size_t i = 0; i < 2 * units && is_text; i += 2) {
      const char c = head[i + low];
      if (head[i + 1 - low] != 0) {
        is_text = c != 0;
        continue;
      }
      ++plain;
      is_text = c >= ' ' || c < 0 || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
    // Of news in Latin letters all but quotes and dashes are below U+0100.
    if (is_text && plain * 4 >= units * 3) return low == 0 ? Order::little : Order::big;
  }
  return std::nullopt;
}

std::size_t Utf16Source::read(std::span<char> into) {
  while (decoded_position_ == decoded_.size()) {
    decoded_.clear();
    decoded_position_ = 0;
    int unit = 0;
    while (decoded_.size() < utf16_chunk_bytes && (unit = next_unit()) >= 0)
      decode(static_cast<std::uint32_t>(unit));
    if (unit < 0 && high_surrogate_ != 0) {
      append(replacement);
      high_surrogate_ = 0;
    }
    if (unit < 0 && decoded_.empty()) return 0;
  }
  const std::size_t size = std::min(into.size(), decoded_.size() - decoded_position_);
  std::memcpy(into.data(), decoded_.data() + decoded_position_, size);
  decoded_position_ += size;
  return size;
}

int Utf16Source::next_unit() {
  while (raw_.size() - raw_position_ < 2) {
    raw_.erase(0, raw_position_);
    raw_position_ = 0;
    const std::size_t kept = raw_.size();
    raw_.resize(kept + utf16_chunk_bytes);
    const std::size_t got = bytes_.read({raw_.data() + kept, utf16_chunk_bytes});
    raw_.resize(kept + got);
    if (got == 0) return -1;
  }
  const auto first = static_cast<unsigned char>(raw_[raw_position_]);
  const auto second = static_cast<unsigned char>(raw_[raw_position_ + 1]);
  raw_position_ += 2;
  return order_ == Order::little ? first | second << 8 : second | first << 8;
}

void Utf16Source::decode(std::uint32_t unit) {
  const bool is_high = unit >= 0xD800 && unit < 0xDC00;
  const bool is_low = unit >= 0xDC00 && unit < 0xE000;
  if (is_low && high_surrogate_ != 0) {
    append(0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00));
    high_surrogate_ = 0;
    return;
  }
  if (high_surrogate_ != 0) append(replacement);
  high_surrogate_ = is_high ? unit : 0;
  if (is_high) return;
  constexpr std::uint32_t byte_order_mark = 0xFEFF;
  if (unit != byte_order_mark) append(is_low ? replacement : unit);
}

void Utf16Source::append(std::uint32_t code_point) {
  const auto put = [this](std::uint32_t byte) { decoded_.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace kliping::indexer
