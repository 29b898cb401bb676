// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "kliping/message.hpp"

namespace kliping::indexer {

/// Thrown where a disk fails or compressed data are damaged: the rest of this input cannot be read.
class SourceFault : public std::runtime_error {
 public:
  explicit SourceFault(Message message)
      : std::runtime_error(message.english()), message_(std::move(message)) {}
  const Message& message() const noexcept { return message_; }

 private:
  Message message_;
};

/// A stream of bytes. Files, members of containers and decompressors implement it.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the front of `into` and says how much of it; 0 only at the end. Throws SourceFault.
  virtual std::size_t read(std::span<char> into) = 0;

  /// Where the byte at `position` of this stream is found in the stored file: its own offset, or
  /// that of the compressed part that begins with it. To be called with ascending positions.
  virtual std::uint64_t stored_offset(std::uint64_t position) { return position; }
};

/// A source in which one can go back, which zip and 7z need: their table of contents is at the end.
class SeekableSource : public ByteSource {
 public:
  virtual void seek(std::uint64_t position) = 0;
  virtual std::uint64_t size() const = 0;
};

/// A file or pipe by its descriptor, which it closes unless that is standard input.
class FileSource final : public SeekableSource {
 public:
  /// Throws SourceFault where the file cannot be opened; `-` is standard input. `progress` hears of
  /// every read's bytes; false from it is the end of the file.
  FileSource(const std::string& path, std::function<bool(std::size_t)> progress);
  ~FileSource() override;

  std::size_t read(std::span<char> into) override;
  void seek(std::uint64_t position) override;
  std::uint64_t size() const override { return size_.value_or(0); }
  /// A regular file; never standard input, which may have been read in part.
  bool is_seekable() const { return size_.has_value(); }

 private:
  void tell(std::size_t bytes);

  int descriptor_;
  std::optional<std::uint64_t> size_;
  std::function<bool(std::size_t)> progress_;
  bool wanted_ = true;
};

/// Bytes that lie in memory, which must outlive it.
class MemorySource final : public SeekableSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(std::span<char> into) override;
  void seek(std::uint64_t position) override;
  std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t position_ = 0;
};

/// UTF-16 to UTF-8 on the fly, since line feeds and quotes are framed as single bytes. A byte-order
/// mark is passed over; an unpaired surrogate becomes U+FFFD.
class Utf16Source final : public ByteSource {
 public:
  enum class Order { little, big };
  /// Of text without a mark, proven by its zero bytes: nearly all on one side of the pairs, none on
  /// the other, and no control characters.
  static std::optional<Order> proven_order(std::string_view head);

  Utf16Source(ByteSource& bytes, Order order) : bytes_(bytes), order_(order) {}

  std::size_t read(std::span<char> into) override;

 private:
  /// The next unit, or -1 at the end.
  int next_unit();
  void decode(std::uint32_t unit);
  void append(std::uint32_t code_point);

  ByteSource& bytes_;
  Order order_;
  std::string raw_;
  std::size_t raw_position_ = 0;
  std::string decoded_;
  std::size_t decoded_position_ = 0;
  std::uint32_t high_surrogate_ = 0;
};

}  // namespace kliping::indexer
