// SPDX-License-Identifier: GPL-3.0-or-later
// usage: search-latency KLIPING_SEARCH DATABASE TITLES [QUERIES]
//
// Runs QUERIES (1000) searches one after the other, each a whole process with ten hits and
// snippets, and prints wall times as a Markdown table. TITLES is a file with a headline a line, in
// which the queries are words: `jq -r .title articles.jsonl`. A first round warms the cache.
#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Words = std::vector<std::string>;

struct Kind {
  const char* name;
  /// Words of a headline that it takes.
  std::size_t words;
  Words (*arguments)(const Words& words);
};

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Words plain(const Words& words) {
  return {joined(words)};
}

const std::array<Kind, 10> kinds{{
    {"one word", 1, plain},
    {"two words", 2, plain},
    {"three words", 3, plain},
    {"four words", 4, plain},
    {"eight words", 8, plain},
    {"phrase", 2, [](const Words& w) { return Words{"\"" + joined(w) + "\""}; }},
    {"beginning of a word", 1, [](const Words& w) { return Words{w[0].substr(0, 5) + "*"}; }},
    {"two words of a year", 2, [](const Words& w) { return Words{joined(w) + " tanggal:2019"}; }},
    {"any of three words", 3,
     [](const Words& w) {
       return Words{"--op=or", joined(w)};
     }},
    {"counts by year", 1,
     [](const Words& w) {
       return Words{"--facet=year", w[0]};
     }},
}};

/// The longer words of a headline, of letters alone.
Words words_of(const std::string& headline) {
  Words words;
  std::string word;
  for (const char c : headline + ' ') {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += c;
      continue;
    }
    if (word.size() > 4) words.push_back(word);
    word.clear();
  }
  return words;
}

/// In milliseconds.
struct Times {
  double wall = 0;
  double processor = 0;
};

double milliseconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

class Searcher {
 public:
  Searcher(std::string program, std::string database)
      : program_(std::move(program)), database_(std::move(database)) {
    posix_spawn_file_actions_init(&quiet_);
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
      posix_spawn_file_actions_addopen(&quiet_, stream, "/dev/null", O_WRONLY, 0);
    }
  }

  Times run(const Words& arguments) const {
    Words all{program_, "-d", database_};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& one : all) argv.push_back(one.data());
    argv.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    pid_t child = 0;
    int status = 0;
    rusage usage{};
    if (posix_spawn(&child, argv[0], &quiet_, nullptr, argv.data(), environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
      std::fprintf(stderr, "search-latency: %s failed on: %s\n", argv[0], all.back().c_str());
      std::exit(2);
    }
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)};
  }

 private:
  std::string program_;
  std::string database_;
  posix_spawn_file_actions_t quiet_{};
};

double at(std::vector<Times> times, double Times::*kind, double share) {
  std::sort(times.begin(), times.end(),
            [=](const Times& a, const Times& b) { return a.*kind < b.*kind; });
  return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))].*kind;
}

void print(const char* name, const std::vector<Times>& times) {
  if (times.empty()) return;
  std::printf("| %s | %zu | %.1f | %.1f | %.1f | %.1f |\n", name, times.size(),
              at(times, &Times::wall, 0.5), at(times, &Times::wall, 0.99),
              at(times, &Times::processor, 0.5), at(times, &Times::processor, 0.99));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: search-latency KLIPING_SEARCH DATABASE TITLES [QUERIES]\n", stderr);
    return 2;
  }
  const Searcher searcher(argv[1], argv[2]);
  const std::size_t wanted = argc > 4 ? std::strtoul(argv[4], nullptr, 10) : 1000;
  std::vector<std::pair<std::size_t, Words>> queries;
  std::ifstream titles(argv[3]);
  for (std::string line; queries.size() < wanted && std::getline(titles, line);) {
    const std::size_t kind = queries.size() % kinds.size();
    Words words = words_of(line);
    if (words.size() < kinds[kind].words) continue;
    words.resize(kinds[kind].words);
    queries.emplace_back(kind, kinds[kind].arguments(words));
  }
  if (queries.empty()) {
    std::fprintf(stderr, "search-latency: %s: no headlines\n", argv[3]);
    return 2;
  }
  for (const auto& [kind, arguments] : queries) searcher.run(arguments);
  std::vector<Times> all;
  std::array<std::vector<Times>, kinds.size()> times;
  for (const auto& [kind, arguments] : queries) {
    all.push_back(searcher.run(arguments));
    times[kind].push_back(all.back());
  }
  std::puts(
      "| query | runs | wall: median, ms | 99 %, ms | processor: median, ms | 99 %, ms |\n"
      "| --- | --- | --- | --- | --- | --- |");
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) print(kinds[kind].name, times[kind]);
  print("all", all);
}
