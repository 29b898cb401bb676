// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace kliping::indexer {

/// A stream of bytes, whatever it comes out of: the plug point of files, containers, filters.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the front of `into` and says how much of it; 0 only at the end. Throws
  /// std::system_error where the medium fails.
  virtual std::size_t read(std::span<char> into) = 0;
};

/// A file or pipe by its descriptor, which it closes unless that is standard input.
class FileSource final : public ByteSource {
 public:
  /// Throws std::system_error where the file cannot be opened; `-` is standard input.
  /// `progress` hears of every read's bytes; false from it is the end of the file.
  FileSource(const std::string& path, std::function<bool(std::size_t)> progress);
  ~FileSource() override;

  std::size_t read(std::span<char> into) override;

 private:
  void tell(std::size_t bytes);

  int descriptor_;
  std::function<bool(std::size_t)> progress_;
  bool wanted_ = true;
};

/// UTF-16 to UTF-8 on the fly, since line feeds and quotes are framed as single bytes. A byte-order
/// mark is passed over; an unpaired surrogate becomes U+FFFD.
class Utf16Source final : public ByteSource {
 public:
  enum class Order { little, big };

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
