// SPDX-License-Identifier: GPL-3.0-or-later
#include "output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "kliping/glass/error.hpp"

namespace kliping::glass {

namespace {
/// Large enough that a disk writes it in one go.
constexpr std::uint64_t writeback_bytes = std::uint64_t{8} << 20;
}  // namespace

void throw_system_error(const std::filesystem::path& path) {
  const std::error_code fault(errno, std::generic_category());
  throw BuildError(path.string() + ": " + fault.message());
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_bytes) flush();
}

void OutputFile::flush() {
  if (descriptor_ < 0) {
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) throw_system_error(path_);
  }
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(path_);
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  written_ += buffer_.size();
  buffer_.clear();
  if (written_ - on_its_way_ >= writeback_bytes) start_writeback();
}

/// Has the disk write while the tables are still being made and checked, so that little is left to
/// wait for when they are synced. Only a hint: an error here comes up again in the sync.
void OutputFile::start_writeback() {
#ifdef SYNC_FILE_RANGE_WRITE
  ::sync_file_range(descriptor_, static_cast<off_t>(on_its_way_),
                    static_cast<off_t>(written_ - on_its_way_), SYNC_FILE_RANGE_WRITE);
#endif
  on_its_way_ = written_;
}

void OutputFile::close() {
  flush();
  start_writeback();
  if (::close(std::exchange(descriptor_, -1)) != 0) throw_system_error(path_);
}

}  // namespace kliping::glass
