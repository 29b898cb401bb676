// SPDX-License-Identifier: GPL-3.0-or-later
#include "database_folder.hpp"

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>

#include "kliping/error.hpp"
#include "process.hpp"
#include "xapian_document.hpp"

using namespace kliping;
using namespace kliping::indexer;

namespace {

void build(const std::string& path, const std::string& mark) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE);
  database.set_metadata("mark", mark);
  database.commit();
}

/// A database that a run of kliping-index could have left.
void build_ours(const std::string& path, const std::string& mark) {
  build(path, mark);
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  write_metadata(database, {});
  database.commit();
}

}  // namespace

TEST_CASE("database folder: a published generation replaces the one before") {
  const test::TemporaryFolder files;
  DatabaseFolder folder(files / "berita.db");
  CHECK(!folder.generation());
  build(folder.staging() / "a", "first");
  folder.publish(folder.staging() / "a");
  CHECK(Xapian::Database(files / "berita.db").get_metadata("mark") == "first");
  build(files / "berita.db/staging", "second");
  folder.publish(folder.staging());
  CHECK(Xapian::Database(files / "berita.db").get_metadata("mark") == "second");
  CHECK(!std::filesystem::exists(files / "berita.db/g000001"));
}

TEST_CASE("database folder: what a killed writer left is removed, what is published stays") {
  const test::TemporaryFolder files;
  const std::filesystem::path path = files / "berita.db";
  {
    DatabaseFolder folder(path);
    build(folder.staging() / "a", "kept");
    folder.publish(folder.staging() / "a");
  }
  std::filesystem::create_directories(path / "staging/segments/0-1");
  std::filesystem::create_directories(path / "g000007");
  std::ofstream(path / "XAPIANDB.new") << "auto g0";
  const DatabaseFolder folder(path);
  CHECK(std::filesystem::is_empty(folder.staging()));
  CHECK(!std::filesystem::exists(path / "g000007"));
  CHECK(!std::filesystem::exists(path / "XAPIANDB.new"));
  CHECK(Xapian::Database(path.string()).get_metadata("mark") == "kept");
}

TEST_CASE(
    "database folder: a lost stub is written again, for the newest generation that is whole") {
  const test::TemporaryFolder files;
  const std::filesystem::path path = files / "berita.db";
  {
    DatabaseFolder folder(path);
    CHECK(!folder.mended());
    build_ours(folder.staging() / "a", "kept");
    folder.publish(folder.staging() / "a");
  }
  build_ours(path / "g000002", "newer");
  std::filesystem::create_directories(path / "g000003");
  struct Case {
    const char* why;
    const char* stub;
  };
  for (const Case& c : {Case{"deleted", nullptr}, Case{"emptied by a crash", ""},
                        Case{"names what is not there", "auto g000009\n"}}) {
    INFO(c.why);
    std::filesystem::remove(path / "XAPIANDB");
    if (c.stub) std::ofstream(path / "XAPIANDB") << c.stub;
    const DatabaseFolder folder(path);
    CHECK(folder.mended());
    CHECK(Xapian::Database(path.string()).get_metadata("mark") == "newer");
  }
}

TEST_CASE("database folder: without a stub, what does not open is an error and stays") {
  const test::TemporaryFolder files;
  const std::filesystem::path path = files / "berita.db";
  std::filesystem::create_directories(path / "g000001");
  CHECK_THROWS_AS(DatabaseFolder{path}, Error);
  CHECK(std::filesystem::exists(path / "g000001"));
}

TEST_CASE("database folder: another's folder is refused and left alone") {
  const test::TemporaryFolder files;
  build(files / "xapian", "theirs");
  std::filesystem::create_directory(files / "stub");
  std::ofstream(files / "stub/XAPIANDB") << "auto ../xapian\n";
  std::filesystem::create_directory(files / "photos");
  std::ofstream(files / "photos/1.jpg") << "x";
  std::ofstream(files / "file") << "x";
  for (const char* name : {"xapian", "stub", "photos", "file"}) {
    INFO(name);
    CHECK_THROWS_AS(DatabaseFolder(files / name), Error);
  }
  CHECK(!std::filesystem::exists(files / "photos/lock"));
  CHECK(!std::filesystem::exists(files / "xapian/lock"));
}

TEST_CASE("database folder: a second writer is turned away, and let in afterwards") {
  const test::TemporaryFolder files;
  const std::string path = files / "berita.db";
  {
    const DatabaseFolder first(path);
    try {
      const DatabaseFolder second(path);
      FAIL("two writers");
    } catch (const Error& error) {
      CHECK(error.code() == ExitCode::try_again);
      CHECK(std::string(error.what()).find("process " + std::to_string(getpid())) !=
            std::string::npos);
    }
    CHECK_MESSAGE(std::filesystem::exists(first.staging()), "its work is not touched");
  }
  const DatabaseFolder third(path);
}
