// SPDX-License-Identifier: GPL-3.0-or-later
// A copy made by xapian-replicate answers as the archive that it was made of does.
#include <doctest/doctest.h>

#include <string>

#include "process.hpp"

using namespace kliping::test;

namespace {

/// A xapian-replicate-server over one folder, on a port that is free, until it goes.
class ReplicationServer {
 public:
  explicit ReplicationServer(const std::string& folder) {
    int port = 40'000 + getpid() % 20'000;
    for (int tries = 0; tries < 20 && pid_.empty(); ++tries) {
      port_ = std::to_string(++port);
      const Output started =
          run_shell("xapian-replicate-server --interface 127.0.0.1 --port " + port_ + " '" +
                    folder + "' > /dev/null 2>&1 & sleep 0.3; kill -0 $! && echo $!");
      pid_ = started.out.substr(0, started.out.find('\n'));
    }
    REQUIRE(!pid_.empty());
  }
  ~ReplicationServer() { run_shell("kill -9 " + pid_); }
  ReplicationServer(const ReplicationServer&) = delete;
  ReplicationServer& operator=(const ReplicationServer&) = delete;

  /// Brings the copy up to the generation that the archive is at.
  Output copy(const std::string& archive, const std::string& to) const {
    return run_shell(
        "xapian-replicate --one-shot --quiet --reader-time=0 --host 127.0.0.1 --port " + port_ +
        " --master \"$(cut -d' ' -f2 '" + archive + "/XAPIANDB')\" '" + to + "'");
  }

 private:
  std::string port_;
  std::string pid_;
};

std::string answers(const std::string& database) {
  const std::string search = KLIPING_SEARCH " -d '" + database + "' ";
  const Output output = run_shell(search + "--json --op=or -n 50 Korut sanksi banjir;" + search +
                                  "--json '\"Korea Utara\"';" + search +
                                  "--facets-only --facet=source --facet=month --json;" + search +
                                  "--json -n 5 replika");
  INFO(output.err);
  CHECK(output.out.size() > 10'000);
  return output.out;
}

}  // namespace

TEST_CASE("replication: a copy answers as the archive does, and follows it") {
  const bool at_hand =
      run_shell("command -v xapian-replicate && command -v xapian-replicate-server").status == 0;
  if (!at_hand) {
    MESSAGE("skipped: no xapian-replicate");
    return;
  }
  const TemporaryFolder folder;
  const std::string archive = folder / "arsip.db";
  const std::string copy = folder / "salinan.db";
  const std::string add = KLIPING_INDEX " add -q -d '" + archive + "' ";
  REQUIRE(run_shell(add + "'" KLIPING_SOURCE_DIR "/corpus'").status == 0);

  const ReplicationServer server(archive);
  const Output first = server.copy(archive, copy);
  INFO(first.err);
  REQUIRE(first.status == 0);
  const std::string before = answers(archive);
  CHECK(answers(copy) == before);

  std::ofstream(folder / "baru.jsonl")
      << R"({"id":"baru-1","title":"Replika arsip","body":"Salinan ikut berubah."})"
         "\n";
  REQUIRE(run_shell(add + "'" + folder / "baru.jsonl" + "'").status == 0);
  const std::string after = answers(archive);
  CHECK(after != before);
  CHECK(answers(copy) == before);
  REQUIRE(server.copy(archive, copy).status == 0);
  CHECK(answers(copy) == after);
}
