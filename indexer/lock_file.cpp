// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <thread>

#include "file_system.hpp"
#include "kliping/error.hpp"

namespace kliping::indexer {

namespace {

constexpr std::chrono::milliseconds poll_interval{100};

/// ` (process 4711)`, or nothing where the holder has not written its number yet.
std::string holder(int descriptor) {
  char text[24];
  const ssize_t size = pread(descriptor, text, sizeof text, 0);
  std::string number(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  number.erase(
      std::find_if(number.begin(), number.end(), [](char c) { return c < '0' || c > '9'; }),
      number.end());
  return number.empty() ? std::string{} : fmt::format(" (process {})", number);
}

}  // namespace

LockFile::LockFile(const std::filesystem::path& file, const std::filesystem::path& database,
                   std::chrono::milliseconds wait, const std::function<bool()>& interrupted) {
  descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw system_error(file);
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (!try_lock()) {
    const auto left = deadline - std::chrono::steady_clock::now();
    if (left <= left.zero() || interrupted()) {
      const std::string who = holder(descriptor_);
      close(descriptor_);
      throw Error(
          fmt::format("{}: another indexer{} is writing this database", database.string(), who),
          "try again later, or wait for it with --wait-lock=SECONDS", ExitCode::try_again);
    }
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, poll_interval));
  }
  const std::string number = fmt::format("{}\n", getpid());
  // The number is a courtesy to whoever waits; the lock holds without it.
  if (ftruncate(descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = pwrite(descriptor_, number.data(), number.size(), 0);
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
