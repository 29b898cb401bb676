// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/database.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/schema.hpp"
#include "process.hpp"

using namespace kliping;
namespace fs = std::filesystem;

namespace {

void write_generation(const fs::path& folder, const std::string& name) {
  Xapian::WritableDatabase database((folder / name).string(), Xapian::DB_CREATE);
  database.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
  database.set_metadata(std::string{schema::metadata::analysis}, Analyzer().fingerprint());
  database.commit();
}

void publish(const fs::path& folder, const std::string& name) {
  std::ofstream(folder / "XAPIANDB.new") << "auto " << name << '\n';
  fs::rename(folder / "XAPIANDB.new", folder / "XAPIANDB");
}

}  // namespace

TEST_CASE("database: opening never fails because a writer publishes meanwhile") {
  const test::TemporaryFolder folder;
  write_generation(folder.path(), "g0");
  publish(folder.path(), "g0");
  std::atomic<bool> done = false;
  std::jthread writer([&] {
    for (int i = 1; i <= 200; ++i) {
      write_generation(folder.path(), "g" + std::to_string(i));
      publish(folder.path(), "g" + std::to_string(i));
      fs::remove_all(folder.path() / ("g" + std::to_string(i - 1)));
    }
    done = true;
  });
  std::size_t opened = 0;
  do {
    CHECK_NOTHROW(open_for_reading({folder.path().string()}));
    ++opened;
  } while (!done);
  CHECK(opened > 0);
}

TEST_CASE("database: what cannot be searched is named, with the way on") {
  const test::TemporaryFolder folder;
  const auto message = [](const std::string& path) {
    try {
      open_for_reading({path});
    } catch (const Error& error) {
      return std::string{error.what()};
    }
    return std::string{"opened"};
  };
  CHECK(message(folder / "none") == folder / "none" + ": no such database");
  CHECK(message(folder.path().string()) == folder.path().string() + ": not a database");

  const std::string foreign = folder / "foreign";
  Xapian::WritableDatabase(foreign, Xapian::DB_CREATE).commit();
  CHECK(message(foreign) == foreign + ": a Xapian database, but not one of kliping-index");

  const std::string other_rules = folder / "other";
  {
    Xapian::WritableDatabase database(other_rules, Xapian::DB_CREATE);
    database.set_metadata(std::string{schema::metadata::version}, std::to_string(schema::version));
    database.set_metadata(std::string{schema::metadata::analysis}, "rules 0");
    database.commit();
  }
  CHECK(message(other_rules) ==
        other_rules + ": written with other language rules than this program's");
}

TEST_CASE("database: the default place follows the environment in order") {
  CHECK(default_database_path("a.db", "/data", "home") == "a.db");
  CHECK(default_database_path("", "/data", "home") == "/data/kliping/db");
  CHECK_THROWS_AS(default_database_path("", "", ""), Error);
  CHECK(default_database_path("", "", "home") == "home/.local/share/kliping/db");
}
