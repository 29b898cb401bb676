// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace kliping::glass {

/// A file that is written from front to back. It comes into being with the first bytes that reach
/// it; what stands there already is replaced. Throws BuildError.
class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path path) : path_(std::move(path)) {}
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  /// Writes what is held back and closes.
  void close();

 private:
  static constexpr std::size_t buffer_bytes = std::size_t{1} << 18;

  void flush();
  void start_writeback();

  std::filesystem::path path_;
  std::string buffer_;
  int descriptor_ = -1;
  std::uint64_t written_ = 0;
  /// Up to here the kernel has been told to write the file to the disk.
  std::uint64_t on_its_way_ = 0;
};

/// Throws the BuildError of a system call that failed on `path`.
[[noreturn]] void throw_system_error(const std::filesystem::path& path);

}  // namespace kliping::glass
