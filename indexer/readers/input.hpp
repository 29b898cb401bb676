// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "byte_source.hpp"

namespace kliping::indexer {

/// A source behind a buffer, taken by lines or by windows. Memory is bounded by the longest line
/// asked for, not by the input. Views live until the next call.
class Input {
 public:
  enum class Got { line, oversized, end };

  explicit Input(ByteSource& source);

  /// Up to `size` unread bytes; fewer only where the input ends. Consumes nothing.
  std::string_view peek(std::size_t size);
  /// All unread bytes at hand; empty only at the end.
  std::string_view window();
  void consume(std::size_t size);

  /// Bytes consumed so far.
  std::uint64_t position() const { return consumed_; }
  /// Where in the stored file the next unread byte is found again; see ByteSource.
  std::uint64_t stored_offset() { return source_.stored_offset(consumed_); }

  /// The next line with its terminator. One over `max_bytes` is passed over unbuffered.
  Got next_line(std::string_view& line, std::size_t max_bytes);

  /// Gives back the room that a large record needed, and ends its view: to be called before the
  /// record waits for those that work on it. Whether there was any.
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

/// Gives back what was read for a look, and all that follows.
class ReplayedSource final : public ByteSource {
 public:
  explicit ReplayedSource(Input& input) : input_(input) {}

  std::size_t read(std::span<char> into) override;

 private:
  Input& input_;
};

}  // namespace kliping::indexer
