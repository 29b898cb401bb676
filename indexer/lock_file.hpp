// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "kliping/error.hpp"

namespace kliping::indexer {

/// Who wants to write, and how long it waits while another writes.
struct WriterClaim {
  std::chrono::milliseconds wait{0};
  /// Called while it waits: gives the exit code to give up with, or nothing to go on waiting.
  std::function<std::optional<ExitCode>()> interrupted = [] { return std::nullopt; };
  /// Shown to whoever finds the database held: `kliping-index add arsip/`.
  std::string command = {};
};

/// Makes sure that there is one writer at a time: a lock of the kernel's on a file, in which the
/// holder is named. The kernel releases the lock when the process dies, so the file may stay, and
/// must never be deleted.
class LockFile {
 public:
  /// Waits for the lock as the claim says. Where it stays held, throws Error that names the holder,
  /// with ExitCode::try_again or the exit code that claim.interrupted gave. `database` is the name
  /// for messages.
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
