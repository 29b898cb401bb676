// SPDX-License-Identifier: GPL-3.0-or-later
// For LD_PRELOAD: makes the disk fail, or the process die, at a chosen call that writes.
//   KLIPING_FAULT_AT=N      the call meant, from 1; calls about the standard streams do not count
//   KLIPING_FAULT_KIND=...  eio: that call fails; enospc: it and all after it fail;
//                           kill: the process is gone before it
//   KLIPING_FAULT_COUNT=F   the number of calls is written to F at the end
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Kind { none, eio, enospc, kill };

struct Plan {
  long at = 0;
  Kind kind = Kind::none;
  const char* count_file = nullptr;
};

Plan read_plan() {
  Plan plan;
  if (const char* at = std::getenv("KLIPING_FAULT_AT")) plan.at = std::atol(at);
  plan.count_file = std::getenv("KLIPING_FAULT_COUNT");
  const char* const kind = std::getenv("KLIPING_FAULT_KIND");
  if (!kind) return plan;
  if (std::strcmp(kind, "eio") == 0) plan.kind = Kind::eio;
  if (std::strcmp(kind, "enospc") == 0) plan.kind = Kind::enospc;
  if (std::strcmp(kind, "kill") == 0) plan.kind = Kind::kill;
  return plan;
}

const Plan plan = read_plan();
std::atomic<long> calls{0};

/// Whether this call is to fail; errno says how.
bool fails() {
  const long call = ++calls;
  if (plan.at == 0 || call < plan.at) return false;
  switch (plan.kind) {
    case Kind::kill:
      raise(SIGKILL);
      return true;
    case Kind::eio:
      errno = EIO;
      return call == plan.at;
    case Kind::enospc:
      errno = ENOSPC;
      return true;
    case Kind::none:
      break;
  }
  return false;
}

bool is_standard(int descriptor) {
  return descriptor <= STDERR_FILENO;
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct Counter {
  ~Counter() {
    if (!plan.count_file) return;
    if (std::FILE* const file = std::fopen(plan.count_file, "w")) {
      std::fprintf(file, "%ld\n", calls.load());
      std::fclose(file);
    }
  }
};
const Counter counter;

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  return !is_standard(descriptor) && fails() ? -1 : real(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  return fails() ? -1 : real(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  return fails() ? -1 : real(descriptor, bytes, size, offset);
}

int fsync(int descriptor) {
  static auto* const real = next<int(int)>("fsync");
  return fails() ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
  static auto* const real = next<int(int)>("fdatasync");
  return fails() ? -1 : real(descriptor);
}

int ftruncate(int descriptor, off_t size) noexcept {
  static auto* const real = next<int(int, off_t)>("ftruncate");
  return fails() ? -1 : real(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  static auto* const real = next<int(int, off64_t)>("ftruncate64");
  return fails() ? -1 : real(descriptor, size);
}

int rename(const char* from, const char* to) noexcept {
  static auto* const real = next<int(const char*, const char*)>("rename");
  return fails() ? -1 : real(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
  static auto* const real = next<int(const char*, mode_t)>("mkdir");
  return fails() ? -1 : real(path, mode);
}
}
