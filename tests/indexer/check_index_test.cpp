// SPDX-License-Identifier: GPL-3.0-or-later
#include "check_index.hpp"

#include <doctest/doctest.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>

#include "process.hpp"

using namespace kliping;
using namespace kliping::indexer;
namespace fs = std::filesystem;

TEST_CASE("check: tables that may not be written are not called damaged") {
  const test::TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms{0755});
  const fs::path generation = folder.path() / "g000001";
  {
    Xapian::WritableDatabase database(generation.string());
    Xapian::Document document;
    document.add_term("banjir");
    database.add_document(document);
    database.commit();
  }
  for (const auto& entry : fs::directory_iterator(generation)) {
    fs::permissions(entry.path(), fs::perms{0444});
  }
  // Root may write anything.
  constexpr uid_t nobody = 65534;
  const uid_t user = geteuid();
  if (user == 0) REQUIRE(seteuid(nobody) == 0);
  std::uint64_t faults = 0;
  CHECK_THROWS_AS(check_index(generation, "berita.db", [&](const Diagnostic&) { ++faults; }),
                  Error);
  if (user == 0) REQUIRE(seteuid(user) == 0);
  CHECK(faults == 0);
}
