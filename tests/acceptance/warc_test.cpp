// SPDX-License-Identifier: GPL-3.0-or-later
// A web archive that wget writes of a site goes in, and every locator leads back to its record.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "process.hpp"

using namespace kliping::test;

namespace {

/// A site of a front page, two articles and a missing link, served while wget crawls it.
std::string crawl_command(const TemporaryFolder& folder) {
  const std::string site = folder / "situs";
  return "mkdir " + site + " && cd " + site +
         " && printf '<a href=a.html>a</a> <a href=b.txt>b</a> <a href=c.html>c</a>' > index.html"
         " && printf '<title>Banjir di hulu</title><p>Hujan lebat sejak dini hari.' > a.html"
         " && printf 'Gempa di pesisir\\n\\nGetaran terasa sampai kota.\\n' > b.txt"
         " && { timeout 60 python3 -u -m http.server --bind 127.0.0.1 0 > ../port 2> /dev/null &"
         " server=$!; tries=0; until grep -q port ../port || [ $tries -ge 100 ]; do"
         " sleep 0.1; tries=$((tries + 1)); done;"
         " port=$(sed 's/.*port \\([0-9]*\\).*/\\1/' ../port);"
         " cd .. && wget -q -r -l1 --tries=2 -P unduhan --warc-file=rapat http://127.0.0.1:$port/;"
         " wget -q -r -l1 --tries=2 -P unduhan --no-warc-compression --warc-file=longgar"
         " http://127.0.0.1:$port/; kill $server; }; ls " +
         (folder / "rapat.warc.gz") + " " + (folder / "longgar.warc");
}

}  // namespace

TEST_CASE("warc: what wget archives goes in, and locators lead back to it") {
  if (run_shell("command -v wget && command -v python3").status != 0) {
    MESSAGE("skipped: no wget or no python3");
    return;
  }
  const TemporaryFolder folder;
  const Output crawled = run_shell(crawl_command(folder));
  INFO(crawled.err);
  REQUIRE(crawled.status == 0);
  for (const std::string name : {"rapat.warc.gz", "longgar.warc"}) {
    CAPTURE(name);
    const Output added =
        run_shell("cd " + folder.path().string() + " && " KLIPING_INDEX " add -q -d " + name +
                  ".db " + name + "; " KLIPING_SEARCH " -l -d " + name + ".db banjir; " +
                  KLIPING_SEARCH " -l -d " + name + ".db gempa");
    INFO(added.err);
    const std::size_t at = added.out.find(name + '@');
    REQUIRE(at == 0);
    const std::string offset =
        added.out.substr(name.size() + 1, added.out.find('\n') - name.size() - 1);
    CHECK(added.out.find(name + '@', 1) != std::string::npos);
    const std::string unpack = name.ends_with(".gz") ? " | zcat 2> /dev/null" : "";
    const Output record = run_shell("tail -c +$((" + offset + " + 1)) " + (folder / name) + unpack +
                                    " | head -c 4000");
    CHECK(record.out.starts_with("WARC/1."));
    CHECK(record.out.find("WARC-Type: response") < record.out.find("Hujan lebat"));
  }
}
