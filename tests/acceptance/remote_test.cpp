// SPDX-License-Identifier: GPL-3.0-or-later
// A database behind xapian-tcpsrv answers as it does from the disk.
#include <doctest/doctest.h>

#include <string>

#include "process.hpp"

using namespace kliping::test;

TEST_CASE("remote: the same hits, in the same order, with the same scores") {
  if (run_shell("command -v xapian-tcpsrv").status != 0) {
    MESSAGE("skipped: no xapian-tcpsrv");
    return;
  }
  const TemporaryFolder folder;
  const std::string database = folder / "db";
  const Output added =
      run_shell("cd '" KLIPING_SOURCE_DIR "' && " KLIPING_INDEX " add -d " + database + " corpus/");
  INFO(added.err);
  REQUIRE(added.status == 0);

  // A word and its forms, feedback, a pattern, a phrase, closeness, a date, an exclusion.
  const std::string topics = folder / "topics";
  const std::string write =
      "printf '1\\tKorut\\n2\\tsanksi PBB Korut\\n3\\tke*an\\n4\\t\"Korea Utara\"\\n"
      "5\\tRusia DEKAT/5 Korut\\n6\\trusia tanggal:2019..\\n7\\trusia -bola\\n' > " +
      topics;
  const std::string search = KLIPING_SEARCH " --queries=" + topics + " --format=trec -n 20 -d ";
  const Output local = run_shell(write + "; " + search + database);
  INFO(local.err);
  REQUIRE(local.status == 0);
  REQUIRE(local.out != "");

  // The server ends by itself after the one connection; until it listens, 75 says try again.
  const Output remote = run_shell(
      "port=$((20000 + $$ % 20000)); "
      "xapian-tcpsrv --quiet --one-shot --interface 127.0.0.1 --port $port " +
      database + " & server=$!; tries=0; while :; do " + search + "127.0.0.1:$port 2> " +
      (folder / "note") +
      "; code=$?; tries=$((tries + 1)); "
      "[ $code -eq 75 ] && [ $tries -lt 50 ] || break; sleep 0.1; done; "
      "kill $server 2> /dev/null; cat " +
      (folder / "note") + " >&2; exit $code");
  INFO(remote.err);
  CHECK(remote.status == 0);
  CHECK(remote.out == local.out);
}
