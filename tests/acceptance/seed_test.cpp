// SPDX-License-Identifier: GPL-3.0-or-later
// The article that the product's user gave as example, found the way the user would look for it.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "process.hpp"

using namespace kliping::test;

namespace {

const std::string seed_folder = KLIPING_SOURCE_DIR "/../shared/data/seed";

struct Case {
  std::string why;
  std::string query;
  bool found;
};

}  // namespace

TEST_CASE("seed: the user's article is found by what it says and by nothing else") {
  if (!std::filesystem::exists(seed_folder)) {
    MESSAGE("skipped: no ", seed_folder);
    return;
  }
  const TemporaryFolder folder;
  const std::string database = folder / "db";
  const Output added = run_shell(KLIPING_INDEX " add -d " + database + " '" + seed_folder + "'");
  INFO(added.err);
  REQUIRE(added.status == 0);

  const Case cases[] = {
      {"its subject", "Korea Utara Rusia", true},
      {"a portmanteau half of a hyphenated word", "Korut", true},
      {"a verb as it stands, with its object", "bertemu menteri", true},
      {"a noun of the verb bertemu", "pertemuan", true},
      {"a compound written in one word, once", "memperdalam kerjasama", true},
      {"the same in two", "kerja sama", true},
      {"half of a reduplication with clitic", "sekutu", true},
      {"words of one phrase", "tekanan asing", true},
      {"words of one sentence", "limusin Putin", true},
      {"a phrase", "\"Korea Utara\"", true},
      {"glued to the related-article line before it", "Putin", true},
      {"only in the related-article line", "kecam", false},
      {"an editor's initials", "uh", false},
      {"the phrase in another order", "\"Utara Korea\"", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.query);
    const Output searched =
        run_shell(KLIPING_SEARCH " -d " + database + " -q --op=and '" + c.query + "'");
    CHECK(searched.err == "");
    CHECK(searched.status == (c.found ? 0 : 1));
  }
}
