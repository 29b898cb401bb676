// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "byte_source.hpp"

namespace kliping::indexer {

/// Buffers a source and gives it out by lines or by windows. Memory is bounded by the longest line
/// that is asked for, not by the input. Views are valid until the next call.
class Input {
 public:
  enum class Got { line, oversized, end };

  explicit Input(ByteSource& source);

  /// Up to `size` unread bytes; fewer only where the input ends. Consumes nothing.
  std::string_view peek(std::size_t size);
  /// All unread bytes in the buffer; empty only at the end of the input.
  std::string_view window();
  void consume(std::size_t size);

  /// Bytes consumed so far.
  std::uint64_t position() const { return consumed_; }
  /// Where in the stored file the next unread byte is found again; see ByteSource.
  std::uint64_t stored_offset() { return source_.stored_offset(consumed_); }

  /// The next line with its terminator. A line of more than `max_bytes` is skipped, and not kept in
  /// memory.
  Got next_line(std::string_view& line, std::size_t max_bytes);

  /// Shrinks a buffer that a large record made grow, and ends its view; to be called before the
  /// record is queued. Says whether there was anything to shrink.
  bool shrink();

 private:
  void take(std::size_t size) {
    begin_ += size;
    consumed_ += size;
  }
  std::size_t available() const { return end_ - begin_; }
  /// Reads once more; false at the end of the source.
  bool fill();
  void resize(std::size_t size);
  void skip_line();

  ByteSource& source_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t consumed_ = 0;
};

/// The bytes of an input from its unread position on, as a source of their own.
class ReplayedSource final : public ByteSource {
 public:
  explicit ReplayedSource(Input& input) : input_(input) {}

  std::size_t read(std::span<char> into) override;

 private:
  Input& input_;
};

}  // namespace kliping::indexer
