// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

/// Running whole programs from tests.
namespace kliping::test {

/// A folder of its own, gone when the test is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "kliping-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Output {
  /// Exit status; 128 and the signal's number where a signal ended it.
  int status = -1;
  std::string out;
  std::string err;
};

/// Runs a command of /bin/sh with an empty standard input.
inline Output run_shell(const std::string& command) {
  const TemporaryFolder folder;
  const std::string line =
      "(" + command + ") </dev/null >'" + folder / "out" + "' 2>'" + folder / "err" + "'";
  const int wait_status = std::system(line.c_str());
  const int status =
      WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 128 + WTERMSIG(wait_status);
  return {status, read_file(folder / "out"), read_file(folder / "err")};
}

}  // namespace kliping::test
