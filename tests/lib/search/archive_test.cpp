// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/archive.hpp"

#include <doctest/doctest.h>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"
#include "process.hpp"

using namespace kliping;

namespace {

/// Adds articles and commits; Xapian lets a reader survive one such change, not two.
void commit_once(Xapian::WritableDatabase& database) {
  // Many blocks: what a reader has not yet read is gone by the second change.
  for (int i = 0; i < 2000; ++i) {
    Xapian::Document document;
    document.add_term("kata" + std::to_string(i) + std::string(60, 'x'));
    document.add_term("banjir");
    database.add_document(document);
  }
  database.commit();
}

Xapian::WritableDatabase make_database(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  database.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
  database.set_metadata(std::string{schema::metadata::analysis}, Analyzer().fingerprint());
  commit_once(database);
  return database;
}

/// The work of a run, with a writer that commits twice in the middle of it, `disturbed` times.
struct Disturbed {
  Xapian::WritableDatabase& writer;
  int disturbed;
  int attempts = 0;

  Xapian::doccount operator()(const Xapian::Database& database) {
    ++attempts;
    if (disturbed-- > 0) {
      commit_once(writer);
      commit_once(writer);
    }
    Xapian::doccount found = 0;
    for (auto at = database.postlist_begin("banjir"); at != database.postlist_end("banjir"); ++at)
      ++found;
    return found;
  }
};

}  // namespace

TEST_CASE("archive: work begins again when the database changes twice under it") {
  const kliping::test::TemporaryFolder folder;
  Xapian::WritableDatabase writer = make_database(folder / "db");
  Archive archive({folder / "db"}, {.retries = 3}, {});
  Disturbed work{writer, 2};
  // All of it, of the last revision: 2,000 at first, 4,000 more each time.
  CHECK(archive.read(work) == 10'000);
  CHECK(work.attempts == 3);
}

TEST_CASE("archive: a database that keeps changing is told as such, to be tried again") {
  const kliping::test::TemporaryFolder folder;
  Xapian::WritableDatabase writer = make_database(folder / "db");
  Archive archive({folder / "db"}, {.retries = 2}, {});
  Disturbed work{writer, 100};
  try {
    archive.read(work);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::try_again);
  }
  CHECK(work.attempts == 3);
}
