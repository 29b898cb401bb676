// SPDX-License-Identifier: GPL-3.0-or-later
// Tests the tests: a comparison that the builder passes must fail on a builder with bugs.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <random>

#include "corpora.hpp"
#include "doctored.hpp"
#include "glass/compare.hpp"
#include "glass/list_key.hpp"
#include "glass/pack.hpp"
#include "kliping/glass/trust.hpp"
#include "process.hpp"

using namespace kliping::glass;
using namespace kliping::glass::test;
using kliping::test::TemporaryFolder;

namespace {

constexpr std::uint32_t block_bytes = 2048;
const Metadata metadata{{"key", "value"}};

Documents corpus() {
  std::mt19937 random(3);
  Documents documents =
      random_documents({.documents = 1'500, .vocabulary = 400, .max_words = 60}, random);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto& terms = documents[i].terms;
    // In every document, so that its list has several chunks.
    terms.push_back({"zz-everywhere", static_cast<std::uint32_t>(1 + i % 5), {}});
  }
  return documents;
}

TableEntry& entry(Table& table, std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [key](const TableEntry& e) { return e.key.starts_with(key); });
  REQUIRE(found != table.end());
  return *found;
}

TableEntry& entry_where(Table& table, const std::function<bool(const TableEntry&)>& is_it) {
  const auto found = std::find_if(table.begin(), table.end(), is_it);
  REQUIRE(found != table.end());
  return *found;
}

std::string document_key(std::uint32_t docid) {
  std::string key;
  append_sortable(key, docid);
  return key;
}

/// Changes the first list of some length among the terms.
void change_list(Doctored& database, const std::function<void(PostingChunk&)>& change) {
  TableEntry& list = entry_where(database.postlist, [](const TableEntry& e) {
    return e.key[0] != '\0' && PostingChunk(e.tag).postings.size() > 20;
  });
  PostingChunk chunk(list.tag);
  change(chunk);
  list.tag = chunk.tag();
}

bool one_position(const TableEntry& e) {
  return e.tag.size() == 1 && static_cast<unsigned char>(e.tag[0]) < 100;
}

void drop_middle(Table& table) {
  REQUIRE(table.size() > 2);
  table.erase(table.begin() + static_cast<std::ptrdiff_t>(table.size() / 2));
}

struct Bug {
  const char* what;
  std::function<void(Doctored&)> plant;
};

const Bug bugs[] = {
    {"a wdf too high", [](Doctored& d) { change_list(d, [](auto& c) { ++c.postings[10].wdf; }); }},
    {"wdfs of two documents swapped",
     [](Doctored& d) {
       change_list(d, [](auto& c) {
         const auto other = std::find_if(c.postings.begin(), c.postings.end(),
                                         [&](auto& p) { return p.wdf != c.postings[0].wdf; });
         REQUIRE(other != c.postings.end());
         std::swap(c.postings[0].wdf, other->wdf);
       });
     }},
    {"a posting moved to the next document",
     [](Doctored& d) {
       change_list(d, [](auto& c) {
         const auto wide = std::find_if(c.postings.begin() + 2, c.postings.end(),
                                        [](auto& p) { return p.gap > 1; });
         REQUIRE(wide != c.postings.end());
         --wide->gap;
         ++(wide - 1)->gap;
       });
     }},
    {"a posting missing, its list's span kept",
     [](Doctored& d) {
       change_list(d, [](auto& c) {
         c.postings[6].gap += c.postings[5].gap;
         c.postings.erase(c.postings.begin() + 5);
       });
     }},
    {"collection frequency too high",
     [](Doctored& d) { change_list(d, [](auto& c) { ++c.collection_frequency; }); }},
    {"term frequency too high",
     [](Doctored& d) { change_list(d, [](auto& c) { ++c.term_frequency; }); }},
    {"first document of a list one off",
     [](Doctored& d) { change_list(d, [](auto& c) { ++c.first_docid_less_one; }); }},
    {"last chunk not marked so",
     [](Doctored& d) { change_list(d, [](auto& c) { c.last_chunk = '0'; }); }},
    {"a chunk before the last marked last",
     [](Doctored& d) {
       TableEntry& list = entry(d.postlist, "zz-everywhere");
       PostingChunk chunk(list.tag);
       chunk.last_chunk = '1';
       list.tag = chunk.tag();
     }},
    {"a further chunk's key one off",
     [](Doctored& d) { ++entry(d.postlist, std::string_view("zz-everywhere\0", 14)).key.back(); }},
    {"two terms swapped",
     [](Doctored& d) {
       TableEntry& a = *(d.postlist.end() - 100);
       TableEntry& b = *(d.postlist.end() - 99);
       std::swap(a.key, b.key);
     }},
    {"a document's length one off",
     [](Doctored& d) { ++entry(d.postlist, lengths_key).tag.back(); }},
    {"a position shifted by one",
     [](Doctored& d) { ++entry_where(d.position, one_position).tag[0]; }},
    {"a bit of a position list flipped",
     [](Doctored& d) {
       entry_where(d.position, [](const TableEntry& e) { return e.tag.size() > 4; }).tag[2] ^= 1;
     }},
    {"a position list missing", [](Doctored& d) { drop_middle(d.position); }},
    {"position lists of two documents swapped",
     [](Doctored& d) {
       const auto at = std::adjacent_find(
           d.position.begin(), d.position.end(),
           [](const TableEntry& a, const TableEntry& b) { return a.tag != b.tag; });
       REQUIRE(at != d.position.end());
       std::swap(at->tag, (at + 1)->tag);
     }},
    {"an entry of the postlist table missing", [](Doctored& d) { drop_middle(d.postlist); }},
    {"a termlist missing", [](Doctored& d) { drop_middle(d.termlist); }},
    {"a document's data missing", [](Doctored& d) { drop_middle(d.docdata); }},
    {"data of two documents swapped",
     [](Doctored& d) { std::swap(d.docdata[3].tag, d.docdata[4].tag); }},
    {"a document with another's termlist",
     [](Doctored& d) {
       entry(d.termlist, document_key(77)).tag = entry(d.termlist, document_key(78)).tag;
     }},
    {"a letter wrong in a termlist",
     [](Doctored& d) {
       std::string& tag = entry(d.termlist, document_key(90)).tag;
       const std::size_t at = tag.rfind("everywhere");
       REQUIRE(at != std::string::npos);
       tag[at] = 'E';
     }},
    {"a wdf wrong in a termlist",
     [](Doctored& d) {
       entry_where(d.termlist, [](const TableEntry& e) {
         return e.key.size() == 2 && e.tag.ends_with("zz-everywhere\x01");
       }).tag.back() = 2;
     }},
    {"a list of used slots missing",
     [](Doctored& d) {
       std::erase_if(d.termlist, [once = false](const TableEntry& e) mutable {
         return e.key.size() == 3 && !std::exchange(once, true);
       });
     }},
    {"a value wrong", [](Doctored& d) { ++entry(d.postlist, values_key(1)).tag.back(); }},
    {"a value chunk's key one off",
     [](Doctored& d) { ++entry(d.postlist, values_key(1)).key.back(); }},
    {"statistics of a slot wrong",
     [](Doctored& d) { ++entry(d.postlist, std::string_view("\0\xD0\x01", 3)).tag.back(); }},
    {"metadata wrong",
     [](Doctored& d) { entry(d.postlist, std::string_view("\0\xC0key", 5)).tag = "other"; }},
    {"lower bound of lengths too high", [](Doctored& d) { d.statistics.min_length += 50; }},
    {"upper bound of lengths too low", [](Doctored& d) { --d.statistics.max_length; }},
    {"upper bound of wdfs too low", [](Doctored& d) { d.statistics.max_wdf = 1; }},
    {"total length wrong", [](Doctored& d) { d.statistics.total_length += 1'000; }},
    {"number of documents wrong", [](Doctored& d) { --d.statistics.documents; }},
    {"last document id wrong", [](Doctored& d) { ++d.statistics.last_docid; }},
};

std::vector<std::string> compare(const std::string& expected, const std::string& actual) {
  const Xapian::Database a(expected);
  try {
    return differences(a, Xapian::Database(actual));
  } catch (const Xapian::Error& error) {
    return {error.get_description()};
  }
}

}  // namespace

TEST_CASE("glass: the comparison catches every planted bug") {
  const TemporaryFolder folder;
  const Way way{.block_bytes = block_bytes};
  build_by_xapian(folder / "expected", corpus(), metadata, way);
  build_in_bulk(folder / "ours", corpus(), metadata, way);
  const Doctored sound = take_apart(folder / "ours", block_bytes);
  put_together(sound, folder / "sound", block_bytes);
  REQUIRE(compare(folder / "expected", folder / "sound").empty());

  unsigned number = 0;
  for (const Bug& bug : bugs) {
    CAPTURE(bug.what);
    Doctored doctored = sound;
    bug.plant(doctored);
    const std::string path = folder / fmt::format("bug-{}", number++);
    put_together(doctored, path, block_bytes);
    CHECK_FALSE(compare(folder / "expected", path).empty());
    std::filesystem::remove_all(path);
  }
  put_together(sound, folder / "short", block_bytes);
  shorten_separators(folder / "short/postlist.glass", block_bytes);
  CHECK_FALSE(compare(folder / "expected", folder / "short").empty());
}

TEST_CASE("glass: the check after a build catches what Xapian's own check does not see") {
  const TemporaryFolder folder;
  const BuildSummary built =
      build_in_bulk(folder / "ours", corpus(), metadata, {.block_bytes = block_bytes});
  CHECK(built.samples.size() == 32);
  CHECK(doubt_after(folder / "ours", built.samples, 2).value_or("none") == "none");

  const Doctored sound = take_apart(folder / "ours", block_bytes);
  Doctored shifted = sound;
  for (TableEntry& e : shifted.position) {
    if (one_position(e)) ++e.tag[0];
  }
  put_together(shifted, folder / "shifted", block_bytes);
  CHECK(doubt_after(folder / "shifted", {}, 2).value_or("none") == "none");
  CHECK(doubt_after(folder / "shifted", built.samples, 2).value_or("none") != "none");

  Doctored torn = sound;
  torn.position.erase(torn.position.begin(), torn.position.end() - 1);
  put_together(torn, folder / "torn", block_bytes);
  CHECK(doubt_after(folder / "torn", built.samples, 2).value_or("none") != "none");
}
