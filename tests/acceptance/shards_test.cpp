// SPDX-License-Identifier: GPL-3.0-or-later
// Articles spread over databases, files and servers are found as in one database.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "process.hpp"

using namespace kliping::test;

namespace {

const std::string corpus = KLIPING_SOURCE_DIR "/corpus";

bool has(const std::string& program) {
  return run_shell("command -v " + program).status == 0;
}

/// The corpus as one database and as three; paths of locators are the same.
class Shards {
 public:
  Shards() {
    const Output made = run_shell(
        "cd '" + corpus + "' && add() { " KLIPING_INDEX " add -q -d \"$@\"; }; add '" + one() +
        "' harian.jsonl daerah.csv laman teks; add '" + folder_ / "s1" + "' harian.jsonl; add '" +
        folder_ / "s2" + "' daerah.csv; add '" + folder_ / "s3" + "' laman teks");
    INFO(made.err);
    REQUIRE(made.status == 0);
    // Words and forms, feedback, relaxation, other names; patterns, phrases, closeness, dates.
    write_file("queries",
               read_file(corpus + "/queries.tsv") +
                   "t1\tke*an\nt2\tbanj*\nt3\tbanjer~\nt4\t*kan\nt5\t\"Korea Utara\"\n"
                   "t6\tRusia DEKAT/5 Korut\nt7\trusia tanggal:2019..\nt8\trusia -bola\n"
                   "t9\tkorea utara rusia jepang gempa banjir pilpres\nt10\tjudul:korea*\n"
                   "t11\tpada dan yang\nt12\tmen* kem*\nt13\tpe*an di*kan\n");
  }

  std::string one() const { return folder_ / "one"; }
  std::string shard(int number) const { return folder_ / ("s" + std::to_string(number)); }
  std::string file(const std::string& name) const { return folder_ / name; }

  void write_file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

  /// Everything whose order, score or number could hang on how the articles are spread.
  std::string answers(const std::string& databases, const std::string& environment = "") const {
    const std::string search = KLIPING_SEARCH " " + databases;
    const Output output = run_shell(
        "cd '" + corpus + "'; KLIPING_TODAY=2025-06-01; export KLIPING_TODAY; " + environment +
        search + " --queries='" + folder_ / "queries" + "' --format=trec -n 60;" + search +
        " --op=or --format=tsv -n 30 Korut sanksi banjir PHK;" + search +
        " --facets-only --facet=source --facet=month --facet=author --json;" + search +
        " --facet=section --facet=year --facets-only --format=csv banjir gempa korut pilpres;" +
        search + " --sort=source --format=tsv --all pemerintah;" + search +
        " --sort=date -r --format=tsv --all 'sumber:example';" + search +
        " --sort=title --format=tsv -n 7 --offset=2 rusia;" + search +
        " --recency=200d --format=tsv --op=or rusia korea;" + search +
        " --explain -n 2 --json Korut sanksi;" + search + " -c sanksi PBB Korut");
    INFO(output.err);
    CHECK(output.status == 0);
    return output.out;
  }

 private:
  TemporaryFolder folder_;
};

/// Serves databases on ports of this machine until it goes. A xapian-tcpsrv that is ended by
/// another signal would end all of its process group, this program too.
class Servers {
 public:
  explicit Servers(const std::vector<std::string>& databases) {
    unsigned port = 20'000 + static_cast<unsigned>(getpid()) % 20'000;
    for (const std::string& database : databases) start(database, port);
  }
  ~Servers() {
    for (const std::string& pid : pids_) run_shell("kill -9 " + pid);
  }
  Servers(const Servers&) = delete;
  Servers& operator=(const Servers&) = delete;

  const std::vector<std::string>& addresses() const { return addresses_; }
  void stop(std::size_t server) const { run_shell("kill -STOP " + pids_.at(server)); }

 private:
  /// On the next port that is free.
  void start(const std::string& database, unsigned& port) {
    for (int tries = 0; tries < 50; ++tries) {
      const std::string address = "127.0.0.1:" + std::to_string(++port);
      const Output started = run_shell("xapian-tcpsrv --quiet --interface 127.0.0.1 --port " +
                                       std::to_string(port) + " '" + database +
                                       "' > /dev/null 2>&1 & for i in 1 2 3 4 5 6 7 8 9 10; do "
                                       "sleep 0.1; kill -0 $! || exit 1; " KLIPING_SEARCH " -d " +
                                       address +
                                       " --show=x > /dev/null 2>&1; [ $? -eq 75 ] || break; done; "
                                       "echo $!");
      if (started.status != 0) continue;
      pids_.push_back(started.out.substr(0, started.out.find('\n')));
      addresses_.push_back(address);
      return;
    }
    FAIL("no free port");
  }

  std::vector<std::string> pids_;
  std::vector<std::string> addresses_;
};

/// The first line that differs, or "" where none does.
std::string difference(const std::string& actual, const std::string& expected) {
  const auto at = std::mismatch(actual.begin(), actual.end(), expected.begin(), expected.end());
  if (at.first == actual.end() && at.second == expected.end()) return "";
  const auto offset = static_cast<std::size_t>(at.first - actual.begin());
  const std::size_t begin = actual.rfind('\n', offset) + 1;
  return actual.substr(begin, actual.find('\n', offset) - begin) + "\n instead of\n" +
         expected.substr(begin, expected.find('\n', offset) - begin);
}

std::string options(const std::vector<std::string>& databases) {
  std::string out;
  for (const std::string& database : databases) out += " -d '" + database + "'";
  return out;
}

}  // namespace

TEST_CASE("shards: the same hits, scores, order and counts as in one database") {
  const Shards shards;
  const std::string expected = shards.answers(options({shards.one()}));
  REQUIRE(expected.size() > 50'000);
  const std::vector<std::string> parts{shards.shard(1), shards.shard(2), shards.shard(3)};
  CHECK(difference(shards.answers(options(parts)), expected) == "");
  // Document numbers are others then.
  CHECK(difference(shards.answers(options({parts[2], parts[0], parts[1]})), expected) == "");

  shards.write_file("stub", "# shards\nauto s1\nauto s2\nauto s3\n");
  CHECK(difference(shards.answers(options({shards.file("stub")})), expected) == "");

  const Output compacted = run_shell("cd '" + shards.file("") +
                                     "'; xapian-compact --single-file s1/g* s2/g* s3/g* single");
  INFO(compacted.err);
  REQUIRE(compacted.status == 0);
  CHECK(difference(shards.answers(options({shards.file("single")})), expected) == "");
}

TEST_CASE("shards: the same over xapian-tcpsrv, over ssh, and through a stub file") {
  if (!has("xapian-tcpsrv") || !has("xapian-progsrv")) {
    MESSAGE("skipped: no xapian-tcpsrv");
    return;
  }
  const Shards shards;
  const std::string expected = shards.answers(options({shards.one()}));
  const Servers servers({shards.shard(1), shards.shard(2), shards.shard(3)});
  const auto& remote = servers.addresses();
  CHECK(difference(shards.answers(options(remote)), expected) == "");
  CHECK(difference(shards.answers(options({remote[0], shards.shard(2), remote[2]})), expected) ==
        "");

  shards.write_file("stub", "remote " + remote[0] + "\nauto s2\nremote " + remote[2] + "\n");
  CHECK(difference(shards.answers(options({shards.file("stub")})), expected) == "");

  // An ssh that runs the far command here, through a shell as the real one does.
  shards.write_file("ssh",
                    "#!/bin/sh\nwhile [ \"${1#-}\" != \"$1\" ]; do shift; done\nshift\n"
                    "exec sh -c \"$*\"\n");
  run_shell("chmod +x '" + shards.file("ssh") + "'");
  const std::string path = "PATH='" + shards.file("") + "':$PATH; ";
  CHECK(difference(shards.answers(options({"ssh://arsip@host:2222" + shards.shard(1),
                                           shards.shard(2), "ssh://host" + shards.shard(3)}),
                                  path),
                   expected) == "");
}

TEST_CASE("shards: a server that is away is told, and the rest is searched") {
  const Shards shards;
  const std::string databases = options({shards.shard(1), "127.0.0.1:1", shards.shard(2)});
  const std::string search = KLIPING_SEARCH + databases + " --json --summary -n 1 rusia";
  const Output told = run_shell(search);
  CHECK(told.status == 0);
  CHECK(told.err ==
        "kliping-search: warning: 127.0.0.1:1: the remote database does not answer; searching "
        "without it\n");
  CHECK(told.out.find("\"partial\":true") != std::string::npos);

  const Output refused = run_shell(search + " --require-all");
  CHECK(refused.status == 75);
  CHECK(refused.out == "");
  CHECK(refused.err ==
        "kliping-search: error: 127.0.0.1:1: the remote database does not answer\n"
        "  hint: is xapian-tcpsrv running there?\n");
  CHECK(run_shell(KLIPING_SEARCH " -d 127.0.0.1:1 rusia").status == 75);
}

TEST_CASE("shards: a server that hangs holds nobody up") {
  if (!has("xapian-tcpsrv")) {
    MESSAGE("skipped: no xapian-tcpsrv");
    return;
  }
  const Shards shards;
  const Servers servers({shards.shard(1)});
  servers.stop(0);
  const auto start = std::chrono::steady_clock::now();
  const Output told =
      run_shell(KLIPING_SEARCH + options({servers.addresses()[0], shards.shard(2)}) +
                " --timeout=1 --json --summary banjir");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  CHECK(told.status == 0);
  CHECK(told.out.find("\"partial\":true") != std::string::npos);
}

TEST_CASE("shards: one that does not belong is named, one given twice is searched once") {
  const Shards shards;
  const Output twice =
      run_shell(KLIPING_SEARCH + options({shards.shard(1), shards.shard(1)}) + " -c rusia");
  CHECK(twice.out == run_shell(KLIPING_SEARCH + options({shards.shard(1)}) + " -c rusia").out);
  CHECK(twice.err.find("a copy of another of the databases, left out") != std::string::npos);

  shards.write_file("loop", "auto loop\n");
  shards.write_file("bad", "auto s1\nremotely here\n");
  const Output missing =
      run_shell(KLIPING_SEARCH + options({shards.shard(1), shards.file("no")}) + " x");
  CHECK(missing.status == 2);
  CHECK(missing.err.find(shards.file("no") + ": no such database") != std::string::npos);
  for (const char* const name : {"loop", "bad"}) {
    const Output output = run_shell(KLIPING_SEARCH + options({shards.file(name)}) + " x");
    CHECK(output.status == 2);
    CHECK(output.err.find(shards.file(name) + ":") != std::string::npos);
  }
}
