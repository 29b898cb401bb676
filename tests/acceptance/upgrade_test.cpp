// SPDX-License-Identifier: GPL-3.0-or-later
// Indexes of every format that there was: tests/data/index has one of each, of the same articles,
// written by a program of its time.
#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"
#include "process.hpp"

using namespace kliping;
using namespace kliping::test;
namespace fs = std::filesystem;

namespace {

const fs::path fixtures = KLIPING_SOURCE_DIR "/tests/data/index";

fs::path fixture(int version) {
  return fixtures / ("format-" + std::to_string(version));
}

/// A folder with a copy of a fixture in it, `db`, and both programs at hand.
class Newsroom {
 public:
  explicit Newsroom(int version) { fs::copy(fixture(version), db(), fs::copy_options::recursive); }

  fs::path db() const { return folder_ / "db"; }

  Output run(const std::string& command) const {
    return run_shell("cd '" + folder_.path().string() + "' && PATH='" +
                     fs::path(KLIPING_INDEX).parent_path().string() + ":" +
                     fs::path(KLIPING_SEARCH).parent_path().string() + "':\"$PATH\" && " + command);
  }

  /// As a program of another time would have written it.
  void mark(std::string_view key, const std::string& value) const {
    Xapian::WritableDatabase database(db().string(), Xapian::DB_OPEN);
    database.set_metadata(std::string{key}, value);
    database.commit();
  }

  void follow_own_rules() const { mark(schema::metadata::analysis, Analyzer().fingerprint()); }

  std::string version_of(const std::string& name) const {
    return Xapian::Database((folder_ / name)).get_metadata(std::string{schema::metadata::version});
  }

 private:
  TemporaryFolder folder_;
};

/// Exact forms: roots are those of the lexicon of the fixture's time.
const char* const find_fishers = "kliping-search -l --fields=id -d db =nelayan";

}  // namespace

TEST_CASE("upgrade: there is an index of every format") {
  for (int version = schema::oldest_version; version <= schema::version; ++version) {
    CAPTURE(version);
    REQUIRE(fs::exists(fixture(version)));
    CHECK(Newsroom(version).version_of("db") == std::to_string(version));
  }
}

TEST_CASE("upgrade: every format is read, shown and counted") {
  for (int version = schema::oldest_version; version <= schema::version; ++version) {
    CAPTURE(version);
    const Newsroom newsroom(version);
    newsroom.follow_own_rules();
    CHECK(newsroom.run(find_fishers).out == "3\n");
    CHECK(newsroom.run("kliping-search -d db --format=tsv --fields=title,views --since=2024").out ==
          "Nelayan Natuna melaut kembali\t412\n");
    CHECK(newsroom.run("kliping-search -d db --facets-only --facet=year --format=tsv").out ==
          "year\t2022\t1\nyear\t2023\t1\nyear\t2024\t1\n");
    CHECK(newsroom.run("kliping-search -d db --show=1").out.find("mengairi sawah") !=
          std::string::npos);
  }
}

TEST_CASE("upgrade: what is added to an older index makes it one of today") {
  const std::string today = std::to_string(schema::version);
  for (int version = schema::oldest_version; version <= schema::version; ++version) {
    CAPTURE(version);
    const Newsroom newsroom(version);
    newsroom.follow_own_rules();
    CHECK(newsroom.run("printf 'Nelayan pulang\\n\\nNelayan membawa ikan.' > satu.txt").status ==
          0);
    // Nothing new, nothing written.
    CHECK(newsroom
              .run("cp '" + (fixtures / "articles.jsonl").string() +
                   "' . && kliping-index add -d db articles.jsonl")
              .status == 0);
    CHECK(newsroom.version_of("db") == std::to_string(version));
    CHECK(newsroom.run("kliping-index add -d db satu.txt").status == 0);
    CHECK(newsroom.version_of("db") == today);
    CHECK(newsroom.run("kliping-search -d db -c =nelayan").out == "2\n");
  }
}

TEST_CASE("upgrade: of several formats merged, the newest is told") {
  const Newsroom newsroom(schema::oldest_version);
  newsroom.follow_own_rules();
  CHECK(newsroom
            .run("printf 'Nelayan pulang\\n\\nNelayan membawa ikan.' > satu.txt; "
                 "kliping-index add -d new satu.txt && "
                 "kliping-index merge -o one db new && kliping-index merge -o two new db")
            .status == 0);
  CHECK(newsroom.version_of("one") == std::to_string(schema::version));
  CHECK(newsroom.version_of("two") == std::to_string(schema::version));
  CHECK(newsroom.run("kliping-search -d one -c =nelayan").out == "2\n");
}

TEST_CASE("upgrade: other language rules are refused with the command that mends it") {
  for (int version = schema::oldest_version; version <= schema::version; ++version) {
    CAPTURE(version);
    const Newsroom newsroom(version);
    newsroom.mark(schema::metadata::analysis, "rules 0");
    const Output refused = newsroom.run(find_fishers);
    CHECK(refused.status == 2);
    CHECK(refused.err ==
          "kliping-search: error: db: written with other language rules than this program's\n"
          "  hint: kliping-index dump -d OLD | kliping-index add -d NEW - writes it anew\n");
    CHECK(newsroom.run("kliping-index dump -d db | kliping-index add -d new -").status == 0);
    CHECK(newsroom.version_of("new") == std::to_string(schema::version));
    CHECK(newsroom.run("kliping-search -l --fields=id -d new nelayan").out == "3\n");
    // Nothing was lost on the way.
    CHECK(newsroom.run("kliping-index dump -d db").out ==
          newsroom.run("kliping-index dump -d new").out);
  }
}

TEST_CASE("upgrade: an index of a time to come is refused, and left alone") {
  const int future = schema::version + 1;
  const Newsroom newsroom(schema::version);
  newsroom.follow_own_rules();
  newsroom.mark(schema::metadata::version, std::to_string(future));
  const std::string why = ": written in index format " + std::to_string(future) +
                          ", this program reads " + std::to_string(schema::oldest_version) +
                          " to " + std::to_string(schema::version) +
                          "\n  hint: a newer kliping-index wrote it: install that version or a "
                          "later one\n";
  const Output search = newsroom.run(find_fishers);
  CHECK(search.status == 2);
  CHECK(search.err == "kliping-search: error: db" + why);
  const Output add = newsroom.run("echo Berita > satu.txt; kliping-index add -d db satu.txt");
  CHECK(add.status == 2);
  CHECK(add.err == "kliping-index: error: db" + why);
  CHECK(newsroom.version_of("db") == std::to_string(future));
}
