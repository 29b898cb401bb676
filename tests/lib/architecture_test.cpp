// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the rules of docs/ARCHITECTURE.md that a compiler does not.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Include {
  std::string file;
  std::string header;
};

/// Every `#include` below some folders of the project.
std::vector<Include> includes_below(std::initializer_list<const char*> folders) {
  std::vector<Include> found;
  for (const char* const folder : folders) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(KLIPING_SOURCE_DIR) / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#include ") || line.size() < 12) continue;
        const auto end = line.find_last_of("\">");
        found.push_back({entry.path().string(), line.substr(10, end - 10)});
      }
    }
  }
  return found;
}

void check_none_begins_with(const std::vector<Include>& includes, std::string_view prefix) {
  for (const auto& include : includes) {
    CAPTURE(include.file);
    CAPTURE(include.header);
    CHECK_FALSE(include.header.starts_with(prefix));
  }
}

}  // namespace

TEST_CASE("architecture: arrows point from the tools to what they share") {
  const auto shared = includes_below({"include", "lib"});
  CHECK(shared.size() > 50);
  check_none_begins_with(shared, "indexer/");
  check_none_begins_with(shared, "searcher/");
  check_none_begins_with(includes_below({"searcher"}), "indexer/");
  check_none_begins_with(includes_below({"indexer"}), "searcher/");
}

TEST_CASE("architecture: within the library they point from searching to the query to its texts") {
  for (const auto& include : includes_below({"lib"})) {
    CAPTURE(include.file);
    CAPTURE(include.header);
    const auto folder =
        fs::relative(include.file, fs::path(KLIPING_SOURCE_DIR) / "lib").begin()->string();
    if (folder != "search") CHECK_FALSE(include.header.starts_with("search/"));
    if (folder != "search" && folder != "query") CHECK_FALSE(include.header.starts_with("query/"));
  }
}

TEST_CASE(
    "architecture: public headers name no ICU type, and Xapian only where they open databases") {
  for (const auto& include : includes_below({"include"})) {
    CAPTURE(include.file);
    CHECK_FALSE(include.header.starts_with("unicode/"));
    if (include.header == "xapian.h") CHECK(fs::path(include.file).filename() == "database.hpp");
  }
}

TEST_CASE("architecture: the bulk builder stands alone, and only its checks use Xapian") {
  const std::set<std::string> checks = {"canary.hpp", "compare.hpp", "trust.cpp"};
  const auto includes = includes_below({"include/kliping/glass", "lib/glass"});
  CHECK(includes.size() > 50);
  for (const auto& include : includes) {
    CAPTURE(include.file);
    CAPTURE(include.header);
    if (include.header.starts_with("kliping/")) CHECK(include.header.starts_with("kliping/glass/"));
    const auto name = fs::path(include.file).filename().string();
    if (include.header == "xapian.h") CHECK(checks.contains(name));
  }
}

TEST_CASE("architecture: the command line library stays in the options files") {
  for (const auto& include : includes_below({"include", "lib", "indexer", "searcher"})) {
    if (!include.header.starts_with("CLI/")) continue;
    CAPTURE(include.file);
    // The manual is made of the options as they are declared.
    const bool fenced =
        fs::path(include.file).filename().string().find("options") != std::string::npos ||
        fs::path(include.file).parent_path().filename() == "manual";
    CHECK(fenced);
  }
}

TEST_CASE("architecture: other libraries are used behind their fences only") {
  struct Fence {
    const char* why;
    /// A header, or a folder of headers.
    std::string_view header;
    /// Files, or the beginnings of their paths.
    std::vector<std::string_view> places;
  };
  const Fence fences[] = {
      {"ICU knows characters", "unicode/", {"lib/analysis/", "lib/text/", "indexer/version.cpp"}},
      {"Zstandard packs stored articles", "zstd.h", {"lib/packed_article.cpp"}},
      {"gettext translates at the edge", "libintl.h", {"lib/language.cpp"}},
      {"libxml2 reads pages and feeds", "libxml/", {"indexer/readers/"}},
      {"libcsv reads tables", "csv.h", {"indexer/readers/row_parser.hpp"}},
      {"libarchive unpacks", "archive.h", {"indexer/readers/archive.cpp"}},
      {"zlib unpacks WARC members", "zlib.h", {"indexer/readers/"}},
  };
  const auto includes = includes_below({"include", "lib", "indexer", "searcher"});
  for (const auto& [why, header, places] : fences) {
    std::size_t uses = 0;
    for (const auto& include : includes) {
      const bool is_folder = header.ends_with('/');
      if (is_folder ? !include.header.starts_with(header) : include.header != header) continue;
      ++uses;
      const std::string file = fs::relative(include.file, KLIPING_SOURCE_DIR).generic_string();
      const bool inside = std::any_of(places.begin(), places.end(), [&](std::string_view place) {
        return file.starts_with(place);
      });
      if (!inside) FAIL_CHECK(std::string(why) << ", but not in " << file);
    }
    if (uses == 0) FAIL_CHECK(std::string(why) << ": no longer");
  }
}
