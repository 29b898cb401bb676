// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures of real articles against pairs that were read and judged.
#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "kliping/database.hpp"
#include "kliping/near_duplicate.hpp"
#include "kliping/schema.hpp"
#include "process.hpp"

using namespace kliping;
using namespace kliping::test;

namespace {

const std::string news = KLIPING_SOURCE_DIR "/../shared/data/news/news.jsonl.gz";

struct Pair {
  std::string first;
  std::string second;
  bool duplicates;
};

std::vector<Pair> judged_pairs() {
  std::vector<Pair> pairs;
  std::ifstream in(KLIPING_SOURCE_DIR "/tests/data/duplicate_pairs.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    Pair pair;
    fields >> pair.first >> pair.second >> pair.duplicates;
    pairs.push_back(pair);
  }
  return pairs;
}

/// Indexes only the articles of the pairs.
Xapian::Database index_of(const std::vector<Pair>& pairs, const TemporaryFolder& folder) {
  std::ofstream wanted(folder / "wanted");
  for (const Pair& pair : pairs) {
    for (const auto& id : {pair.first, pair.second}) wanted << "\"id\": \"" << id << "\"\n";
  }
  wanted.close();
  const std::string add = KLIPING_INDEX " add -q -d '" + folder / "db" + "' -";
  const Output added =
      run_shell("zcat '" + news + "' | grep -F -f '" + folder / "wanted" + "' | " + add);
  INFO(added.err);
  REQUIRE(added.status == 0);
  return open_for_reading({folder / "db"});
}

Signature signature_of(const Xapian::Database& database, const std::string& id) {
  const auto posting = database.postlist_begin(schema::identity_term(id));
  REQUIRE(posting != database.postlist_end(schema::identity_term(id)));
  return Signature(database.get_document(*posting).get_value(
      static_cast<Xapian::valueno>(schema::Slot::signature)));
}

}  // namespace

TEST_CASE("duplicates: judged pairs of news articles are told with precision and recall") {
  if (!std::filesystem::exists(news)) {
    MESSAGE("skipped: no ", news);
    return;
  }
  const auto pairs = judged_pairs();
  REQUIRE(pairs.size() >= 200);
  const TemporaryFolder folder;
  const Xapian::Database database = index_of(pairs, folder);
  double found = 0;
  double right = 0;
  double duplicates = 0;
  for (const Pair& pair : pairs) {
    const bool told =
        signature_of(database, pair.first).matches(signature_of(database, pair.second));
    found += told;
    right += told && pair.duplicates;
    duplicates += pair.duplicates;
  }
  MESSAGE("precision ", right / found, ", recall ", right / duplicates);
  CHECK(right / found >= 0.95);
  CHECK(right / duplicates >= 0.85);
}
