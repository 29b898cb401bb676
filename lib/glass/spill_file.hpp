// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace kliping::glass {

/// A temporary file without a name, written once from front to back, then read at any place by
/// any thread. Throws BuildError.
class SpillFile {
 public:
  explicit SpillFile(const std::filesystem::path& folder);
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;
  ~SpillFile();

  void write(std::string_view bytes);
  /// Bytes written so far.
  std::uint64_t size() const noexcept { return written_ + buffer_.size(); }
  /// Makes all that was written readable.
  void flush();

  void read(std::uint64_t offset, std::span<char> into) const;

 private:
  std::filesystem::path path_;
  int descriptor_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

}  // namespace kliping::glass
