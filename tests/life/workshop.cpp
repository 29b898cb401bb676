// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <xapian.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"

namespace kliping::test {

namespace fs = std::filesystem;

std::string articles(const std::string& prefix, int first, int count, const std::string& mark) {
  std::string lines;
  for (int i = first; i < first + count; ++i) {
    std::string body;
    for (int word = 0; word < 80; ++word) {
      body += fmt::format("{}{} ", word % 3 == 0 ? mark : "kata", (i * 31 + word * 7) % 997);
    }
    lines += fmt::format(R"({{"id":"{0}-{1}","title":"Kabar {1}","body":"{2}"}})", prefix, i, body);
    lines += '\n';
  }
  return lines;
}

std::set<std::string> ids(const std::string& prefix, int first, int count) {
  std::set<std::string> all;
  for (int i = first; i < first + count; ++i) all.insert(fmt::format("{}-{}", prefix, i));
  return all;
}

namespace {

std::set<std::string> both(std::set<std::string> a, const std::set<std::string>& b) {
  a.insert(b.begin(), b.end());
  return a;
}

bool holds_all(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

void must(const std::string& command) {
  const Output run = run_shell(command);
  INFO(command);
  INFO(run.err);
  REQUIRE(run.status == 0);
}

/// What a report says went in, and what went out.
struct Told {
  std::set<std::string> present;
  std::set<std::string> removed;
};

Told read_report(const std::string& path) {
  Told told;
  simdjson::dom::parser parser;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    simdjson::dom::element record;
    std::string_view outcome;
    std::string_view id;
    // A line cut short by the end of the process tells nothing.
    if (parser.parse(line).get(record) || record["outcome"].get(outcome)) continue;
    if (record["id"].get(id)) continue;
    (outcome == "removed" ? told.removed : told.present).emplace(id);
  }
  return told;
}

bool has_index(const std::string& database) {
  return fs::exists(fs::path(database) / "XAPIANDB");
}

void check_sound(const std::string& database) {
  const Output checked = run_shell(KLIPING_INDEX " check -q -d " + database);
  INFO(checked.err);
  CHECK(checked.status == 0);
  const Output seen = run_shell("command -v xapian-check > /dev/null || exit 0; for g in " +
                                database + "/g*; do xapian-check $g || exit 1; done");
  INFO(seen.out);
  CHECK(seen.status == 0);
}

std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    names.insert(name.starts_with('g') ? "generation" : name);
  }
  return names;
}

}  // namespace

Workshop::Workshop() : files_(folder_ / "files") {
  constexpr int old_articles = 80;
  constexpr int few = 60;
  constexpr int many = 500;
  constexpr int gone = 6;
  fs::create_directories(files_ + "/arsip");
  std::ofstream(files_ + "/lama.jsonl") << articles("lama", 0, old_articles);
  std::ofstream(files_ + "/baru.jsonl")
      << articles("lama", 0, few, "beras") << articles("baru", 0, many);
  std::ofstream(files_ + "/arsip/a.jsonl") << articles("arsip", 0, few);
  must(fmt::format("cd {} && {} add -q -d dasar.db lama.jsonl arsip", files_, KLIPING_INDEX));
  must(fmt::format("cd {} && {} add -q -d dua.db baru.jsonl", files_, KLIPING_INDEX));
  // The archive of the sync has moved on.
  std::ofstream(files_ + "/arsip/a.jsonl")
      << articles("arsip", gone, few - gone) << articles("segar", 0, few);
  const auto base = both(ids("lama", 0, old_articles), ids("arsip", 0, few));
  const auto added = both(base, ids("baru", 0, many));
  const auto fresh = both(ids("lama", 0, few), ids("baru", 0, many));
  auto synced = both(both(ids("lama", 0, old_articles), ids("arsip", gone, few - gone)),
                     ids("segar", 0, few));
  auto removed = base;
  for (const std::string& id : ids("lama", 20, 50)) removed.erase(id);
  std::ofstream(files_ + "/buang.txt") << [&] {
    std::string lines;
    for (const std::string& id : ids("lama", 20, 50)) lines += id + '\n';
    return lines;
  }();
  jobs_ = {{"new", "add -q -j2 baru.jsonl", true, {}, fresh},
           {"new, by Xapian's writer", "add -q -j2 --no-bulk baru.jsonl", true, {}, fresh},
           {"update in place", "add -q -j2 baru.jsonl", true, base, added},
           {"sync", "sync -q -j2 --max-delete=50% arsip", true, base, synced},
           {"remove", "remove -q --ids-from=buang.txt", true, base, removed},
           {"compact", "compact -q", false, base, base},
           {"merge", "merge -q dasar.db dua.db", false, {}, added}};
}

std::string Workshop::prepare(const Job& job) {
  const std::string database = folder_ / "berita.db";
  fs::remove_all(database);
  if (!job.before.empty()) {
    fs::copy(files_ + "/dasar.db", database, fs::copy_options::recursive);
  }
  return database;
}

std::string Workshop::command(const Job& job, const std::string& database,
                              const std::string& report) const {
  return fmt::format("cd {} && exec {} {} {} {}{}", files_, KLIPING_INDEX, job.arguments,
                     job.name == "merge" ? "-o" : "-d", database,
                     job.reports ? " --report=" + report : "");
}

void Workshop::verify(const Job& job, const std::string& database,
                      const std::string& report) const {
  std::set<std::string> kept;
  std::set_intersection(job.before.begin(), job.before.end(), job.after.begin(), job.after.end(),
                        std::inserter(kept, kept.end()));
  const std::set<std::string> now = ids_in(database);
  if (has_index(database)) check_sound(database);
  CHECK_MESSAGE(holds_all(now, kept), "what was there before is there");
  CHECK_MESSAGE(holds_all(both(job.before, job.after), now), "nothing else is there");
  const Told told = read_report(report);
  CHECK_MESSAGE(holds_all(now, told.present), "what was reported is there");
  for (const std::string& id : told.removed) CHECK(now.count(id) == 0);

  // A merge that was published is not made again; the next run of another command clears up.
  const bool merged = job.name == "merge" && has_index(database);
  const Output again =
      run_shell(merged ? fmt::format("{} compact -q -d {}", KLIPING_INDEX, database)
                       : command(job, database, report));
  INFO(again.err);
  // Ids that are gone already are told.
  const bool done = again.status == 0 || (again.status == 1 && job.name == "remove");
  CHECK(done);
  check_sound(database);
  CHECK(ids_in(database) == job.after);
  CHECK(names_in(database) == std::set<std::string>{"XAPIANDB", "generation", "lock"});
}

std::set<std::string> ids_in(const std::string& database) {
  std::set<std::string> all;
  if (!has_index(database)) return all;
  const Xapian::Database opened(database);
  for (auto document = opened.postlist_begin(""); document != opened.postlist_end(""); ++document) {
    const bool first = all.insert(load(opened.get_document(*document).get_data()).id).second;
    CHECK(first);
  }
  return all;
}

int run_and_signal(const std::string& command, std::chrono::microseconds delay, int signal) {
  // Until the child has left the test's own handlers, a signal waits.
  sigset_t meant;
  sigemptyset(&meant);
  sigaddset(&meant, signal);
  pthread_sigmask(SIG_BLOCK, &meant, nullptr);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(signal, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &meant, nullptr);
    execl("/bin/sh", "sh", "-c", (command + " </dev/null >/dev/null 2>&1").c_str(), nullptr);
    _exit(127);
  }
  pthread_sigmask(SIG_UNBLOCK, &meant, nullptr);
  REQUIRE(child >= 0);
  std::this_thread::sleep_for(delay);
  kill(child, signal);
  constexpr std::chrono::seconds longest{60};
  const auto deadline = std::chrono::steady_clock::now() + longest;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    // Deaf to the signal; the status will tell.
    if (std::chrono::steady_clock::now() > deadline) kill(child, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

unsigned seed() {
  static const unsigned chosen = count_from("KLIPING_SEED", std::random_device{}());
  return chosen;
}

unsigned count_from(const char* variable, unsigned usual) {
  const char* const text = std::getenv(variable);
  return text ? static_cast<unsigned>(std::strtoul(text, nullptr, 10)) : usual;
}

}  // namespace kliping::test
