// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "kliping/error.hpp"

namespace kliping::indexer {

/// Who wants to write, and how long it would wait for another that does.
struct WriterClaim {
  std::chrono::milliseconds wait{0};
  /// Asked while it waits: the exit code to give up with; empty to wait on.
  std::function<std::optional<ExitCode>()> interrupted = [] { return std::nullopt; };
  /// Shown to whoever finds the database held: `kliping-index add arsip/`.
  std::string command = {};
};

/// One writer at a time: a kernel lock on a file that names its holder. The kernel releases it
/// when the process dies, so the file may stay for ever and is never to be deleted.
class LockFile {
 public:
  /// Throws Error naming the holder where another does not let go, with ExitCode::try_again, or
  /// with the claim's own where that gave up; `database` is for messages.
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
