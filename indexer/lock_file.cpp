// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock_file.hpp"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "file_system.hpp"
#include "kliping/error.hpp"

namespace kliping::indexer {

namespace {

constexpr std::chrono::milliseconds poll_interval{100};

/// A longer command line is cut.
constexpr std::size_t max_command_bytes = 200;

/// The lines of the file: process number, since when, command. They may be missing: the holder
/// writes them only after it got the lock.
constexpr std::size_t signature_lines = 3;
std::vector<std::string> signature(int descriptor) {
  char text[512];
  const ssize_t size = pread(descriptor, text, sizeof text, 0);
  std::istringstream in(std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The holder as well as its lines tell.
Message holder(const std::string& database, const std::vector<std::string>& lines) {
  if (lines.size() < signature_lines) {
    return message("{}: another indexer is writing this database", database);
  }
  return message("{}: another indexer (process {}) is writing this database, since {}: {}",
                 database, lines[0], lines[1], lines[2]);
}

Error held(int descriptor, const std::filesystem::path& database, ExitCode code) {
  return Error(holder(database.string(), signature(descriptor)),
               message("try again later, or wait for it with --wait-lock=SECONDS"), code);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= max_command_bytes) return text;
  return text.substr(0, max_command_bytes) + "...";
}

}  // namespace

LockFile::LockFile(const std::filesystem::path& file, const std::filesystem::path& database,
                   const WriterClaim& claim) {
  descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw system_error(file);
  const auto deadline = std::chrono::steady_clock::now() + claim.wait;
  while (!try_lock()) {
    const auto left = deadline - std::chrono::steady_clock::now();
    const std::optional<ExitCode> interrupted = claim.interrupted();
    if (left <= left.zero() || interrupted) {
      Error error = held(descriptor_, database, interrupted.value_or(ExitCode::try_again));
      close(descriptor_);
      throw error;
    }
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, poll_interval));
  }
  sign(claim.command);
}

/// A courtesy to whoever waits; the lock holds without it.
void LockFile::sign(const std::string& command) const {
  const std::string lines = fmt::format("{}\n{:%F %T}\n{}\n", getpid(),
                                        fmt::localtime(std::time(nullptr)), one_line(command));
  if (ftruncate(descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = pwrite(descriptor_, lines.data(), lines.size(), 0);
  }
}

LockFile::~LockFile() {
  close(descriptor_);
}

bool LockFile::try_lock() const {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  // An "open file description" lock: unlike POSIX's, closing another descriptor keeps it.
  return fcntl(descriptor_, F_OFD_SETLK, &whole) == 0;
}

}  // namespace kliping::indexer
