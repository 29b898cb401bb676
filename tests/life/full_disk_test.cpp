// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is really full: a small tmpfs in a namespace of the test's own.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "workshop.hpp"

using namespace kliping::test;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t least_room = std::size_t{16} << 10;

bool may_mount(const std::string& disk) {
  return run_shell("unshare -Urm mount -t tmpfs none " + disk).status == 0;
}

std::size_t bytes_in(const std::string& folder) {
  std::size_t bytes = 0;
  if (!fs::exists(folder)) return 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

/// What one command did on a disk with so much room beside the database, and did again with more.
struct Runs {
  Output first;
  std::string second_status;
};

/// Runs a command on a small disk, and again where it has grown. Leaves copies of the database, as
/// each of the runs left it, at `disk` + ".full" and ".freed". `report` is the first one's. Leaks
/// are not looked for: Xapian 1.4 forgets its tables when a disk fails them.
Runs run_on_small_disk(const std::string& disk, const std::string& database, std::size_t room,
                       const std::string& command, const std::string& report) {
  // A file takes whole pages.
  const std::size_t pages = bytes_in(database) / 4096 + 16;
  const std::string copy =
      fs::exists(database) ? fmt::format("cp -r {} {}/ && ", database, disk) : "";
  const std::string script = fmt::format(
      "export ASAN_OPTIONS=\"$ASAN_OPTIONS:detect_leaks=0\";"
      "mount -t tmpfs -o size={size} none {disk} && {copy}({command}); status=$?;"
      "cp -r {disk}/berita.db {disk}.full; mv {report} {disk}.report;"
      "mount -o remount,size=64m none {disk}; ({command}) 2> /dev/null; echo $? > {disk}.status;"
      "cp -r {disk}/berita.db {disk}.freed; rm -f {report}; mv {disk}.report {report};"
      "exit $status",
      fmt::arg("size", pages * 4096 + room), fmt::arg("disk", disk), fmt::arg("copy", copy),
      fmt::arg("command", command), fmt::arg("report", report));
  Runs runs;
  runs.first = run_shell("rm -rf " + disk + ".*; unshare -Urm sh -c '" + script + "'");
  std::ifstream(disk + ".status") >> runs.second_status;
  return runs;
}

}  // namespace

TEST_CASE("life: a full disk costs the run, and the same command finishes where there is room") {
  Workshop workshop;
  const TemporaryFolder folder;
  const std::string disk = folder / "disk";
  fs::create_directory(disk);
  if (!may_mount(disk)) {
    MESSAGE("skipped: no disk can be mounted here");
    return;
  }
  const std::string report = folder / "laporan.jsonl";
  for (const Job& job : workshop.jobs()) {
    const std::string database = workshop.prepare(job);
    REQUIRE(run_shell(workshop.command(job, database, report)).status == 0);
    const std::size_t made = bytes_in(database);
    for (const std::size_t room : {least_room, made / 4, made / 2}) {
      fs::remove(report);
      const std::string command = workshop.command(job, disk + "/berita.db", report);
      const Runs runs = run_on_small_disk(disk, workshop.prepare(job), room, command, report);
      INFO(job.name, ", ", room, " bytes of room: ", runs.first.err);
      const bool is_refused = runs.first.status == 2 &&
                              runs.first.err.find("No space left on device") != std::string::npos;
      CHECK((is_refused || (room > least_room && runs.first.status == 0)));
      // What was done already, a merge does not do again, and remove does not find.
      CHECK((runs.second_status == "0" || !is_refused));
      CHECK(ids_in(disk + ".freed") == job.after);
      workshop.verify(job, disk + ".full", report);
    }
  }
}
