// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

namespace kliping::indexer {

/// One writer at a time: a kernel lock on a file that names its holder. The kernel releases it
/// when the process dies, so the file may stay for ever and is never to be deleted.
class LockFile {
 public:
  /// Waits up to `wait` for another holder, asking `interrupted` meanwhile. Throws Error with
  /// ExitCode::try_again, naming the holder, where it does not let go; `database` is for messages.
  LockFile(const std::filesystem::path& file, const std::filesystem::path& database,
           std::chrono::milliseconds wait, const std::function<bool()>& interrupted);
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  ~LockFile();

 private:
  bool try_lock() const;

  int descriptor_ = -1;
};

}  // namespace kliping::indexer
