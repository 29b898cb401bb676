// SPDX-License-Identifier: GPL-3.0-or-later
#include "spill_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "kliping/glass/error.hpp"
#include "output_file.hpp"

namespace kliping::glass {

namespace {

constexpr std::size_t buffer_bytes = std::size_t{1} << 18;

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& folder) {
  std::string name = (folder / "spill-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  path_ = name;
  if (descriptor_ < 0) throw_system_error(path_);
  ::unlink(name.c_str());
}

SpillFile::~SpillFile() {
  ::close(descriptor_);
}

void SpillFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_bytes) flush();
}

void SpillFile::flush() {
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(path_);
    rest.remove_prefix(static_cast<std::size_t>(written));
    written_ += static_cast<std::uint64_t>(written);
  }
  buffer_.clear();
}

void SpillFile::read(std::uint64_t offset, std::span<char> into) const {
  while (!into.empty()) {
    const ssize_t got = ::pread(descriptor_, into.data(), into.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_system_error(path_);
    if (got == 0) throw BuildError(path_.string() + ": a temporary file was cut short");
    into = into.subspan(static_cast<std::size_t>(got));
    offset += static_cast<std::uint64_t>(got);
  }
}

}  // namespace kliping::glass
