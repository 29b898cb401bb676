// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace kliping::indexer {

/// Who wants to write, and how long it would wait for another that does.
struct WriterClaim {
  std::chrono::milliseconds wait{0};
  /// Asked while it waits; true gives up.
  std::function<bool()> interrupted = [] { return false; };
  /// Shown to whoever finds the database held: `kliping-index add arsip/`.
  std::string command = {};
};

/// One writer at a time: a kernel lock on a file that names its holder. The kernel releases it
/// when the process dies, so the file may stay for ever and is never to be deleted.
class LockFile {
 public:
  /// Throws Error with ExitCode::try_again, naming the holder, where another does not let go;
  /// `database` is for messages.
  LockFile(const std::filesystem::path& file, const std::filesystem::path& database,
           const WriterClaim& claim);
  LockFile(const LockFile&) = delete;
  LockFile& operator=(const LockFile&) = delete;
  ~LockFile();

 private:
  bool try_lock() const;
  void sign(const std::string& command) const;

  int descriptor_ = -1;
};

}  // namespace kliping::indexer
