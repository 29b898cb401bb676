// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <csignal>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "process.hpp"

/// Archives, databases and commands that something is done to while they run.
namespace kliping::test {

/// JSON Lines of articles `prefix-FIRST` and on, each with words of its own.
std::string articles(const std::string& prefix, int first, int count,
                     const std::string& mark = "padi");

/// The ids of the same.
std::set<std::string> ids(const std::string& prefix, int first, int count);

/// A command that writes to a database, what it starts from and what it makes of it.
struct Job {
  std::string name;
  /// Arguments of kliping-index, without --db and --report; run in the folder of `files`.
  std::string arguments;
  /// Whether --report tells what it did.
  bool reports = false;
  std::set<std::string> before;
  std::set<std::string> after;
};

/// A folder of archives (`lama.jsonl`, `baru.jsonl`, `arsip/`) and a database of the old ones, and
/// jobs to be done to copies of it.
class Workshop {
 public:
  Workshop();

  const std::vector<Job>& jobs() const { return jobs_; }

  /// A fresh copy of what the job starts from; its path.
  std::string prepare(const Job& job);
  /// The whole command line for /bin/sh, one process.
  std::string command(const Job& job, const std::string& database, const std::string& report) const;

  /// That a database is sound, holds no less than it must after a run that ended anyhow, that what
  /// the report tells is true, and that the same command again finishes and leaves nothing behind.
  void verify(const Job& job, const std::string& database, const std::string& report) const;

  const std::string& files() const { return files_; }

 private:
  TemporaryFolder folder_;
  std::string files_;
  std::vector<Job> jobs_;
};

/// The ids in a database; empty for none.
std::set<std::string> ids_in(const std::string& database);

/// Runs a command of /bin/sh, and sends the signal after the delay unless it ended before.
/// The shell's `exec` is the command's to write. The status is as in Output.
int run_and_signal(const std::string& command, std::chrono::microseconds delay, int signal);

/// ThreadSanitizer holds signals back until its runtime sees fit: once in some thousand runs a
/// process stays deaf, and is killed. One of a test's processes may.
class Deafness {
 public:
  /// Whether this status of `run_and_signal` is one that the sanitizer answers for.
  bool bears(int status) { return status == 128 + SIGKILL && ++deaf_ <= most_deaf; }

 private:
#ifdef __SANITIZE_THREAD__
  static constexpr int most_deaf = 1;
#else
  static constexpr int most_deaf = 0;
#endif
  int deaf_ = 0;
};

/// From $KLIPING_SEED, else at random; and told, so that a failure can be had again.
unsigned seed();

/// From an environment variable, else `usual`.
unsigned count_from(const char* variable, unsigned usual);

}  // namespace kliping::test
