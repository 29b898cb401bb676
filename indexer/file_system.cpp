// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_system.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace kliping::indexer {

namespace fs = std::filesystem;

namespace {

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : path_(path), number_(open(path.c_str(), flags, 0666)) {
    if (number_ < 0) throw system_error(path);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(number_); }

  void write_all(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = write(number_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw system_error(path_);
      text.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() const {
    if (fsync(number_) != 0) throw system_error(path_);
  }

 private:
  const fs::path& path_;
  int number_;
};

void check(const std::error_code& fault, const fs::path& path) {
  if (fault) throw system_error(path, fault);
}

}  // namespace

Error system_error(const fs::path& path) {
  return system_error(path, std::error_code(errno, std::generic_category()));
}

Error system_error(const fs::path& path, const std::error_code& fault) {
  return Error(message("{}: {}", path.string(), system_message(fault)));
}

void make_directories(const fs::path& path) {
  std::error_code fault;
  fs::create_directories(path, fault);
  check(fault, path);
}

void rename_path(const fs::path& from, const fs::path& to) {
  std::error_code fault;
  fs::rename(from, to, fault);
  check(fault, to);
}

void write_atomically(const fs::path& path, std::string_view text) {
  fs::path aside = path;
  aside += ".new";
  {
    const Descriptor file(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    file.write_all(text);
    file.sync();
  }
  rename_path(aside, path);
  sync_directory(path.parent_path());
}

void sync_directory(const fs::path& folder) {
  Descriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

void sync_folder(const fs::path& folder) {
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    Descriptor(entry.path(), O_RDONLY | O_CLOEXEC).sync();
  }
  check(fault, folder);
  sync_directory(folder);
}

std::uintmax_t folder_bytes(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    std::error_code vanished;
    const std::uintmax_t size = entry.file_size(vanished);
    if (!vanished) bytes += size;
  }
  return bytes;
}

}  // namespace kliping::indexer
