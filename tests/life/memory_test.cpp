// SPDX-License-Identifier: GPL-3.0-or-later
// --memory is a budget that holds.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <fstream>
#include <random>
#include <string>

#include "process.hpp"

using namespace kliping::test;

namespace {

/// Text of so many bytes, of some ten thousand different words.
std::string prose(std::size_t bytes, std::minstd_rand& random) {
  constexpr const char* syllables[] = {"ka", "ber", "me", "pa", "su", "ra", "ja", "ngan"};
  std::string text;
  text.reserve(bytes);
  while (text.size() < bytes) {
    for (std::size_t syllable = 2 + random() % 3; syllable > 0; --syllable) {
      text += syllables[random() % std::size(syllables)];
    }
    text += random() % 50 == 0 ? "\\n" : " ";
  }
  return text;
}

struct Use {
  int status;
  std::size_t peak_bytes;
};

/// Runs a command of /bin/sh; the peak is the largest resident set among its processes.
Use run_measured(const std::string& command) {
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = 0;
  rusage use{};
  REQUIRE(wait4(child, &status, 0, &use) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128,
          static_cast<std::size_t>(use.ru_maxrss) * 1024};
}

}  // namespace

// Sanitizers multiply the memory of a program.
#ifndef KLIPING_SANITIZED
TEST_CASE("life: the memory budget holds for large articles, one after another") {
  constexpr std::size_t budget = std::size_t{64} << 20;
  const TemporaryFolder folder;
  std::minstd_rand random(1);
  {
    std::ofstream archive(folder / "risalah.jsonl");
    for (int i = 0; i < 4; ++i) {
      archive << fmt::format(R"({{"id":"{0}","title":"Risalah {0}","content":"{1}"}})", i,
                             prose(budget / 8, random))
              << '\n';
    }
  }
  const Use use = run_measured(fmt::format("{} add -q --memory={} -d '{}' '{}'", KLIPING_INDEX,
                                           budget, folder / "db", folder / "risalah.jsonl"));
  CHECK(use.status == 0);
  CHECK(use.peak_bytes < budget / 10 * 13);
}
#endif
