// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <random>
#include <thread>

#include "packed.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::compressed;
using testing::packed;
using testing::PackedMember;
using testing::read_all;
using testing::read_file;
using testing::ScratchFolder;

namespace {

using Names = std::vector<std::string>;
using Kind = PackedMember::Kind;

const std::vector<PackedMember> two_articles{
    {"arsip/a.txt", "Banjir di hulu\n\nHujan lebat sejak dini hari."},
    {"./arsip/b.jsonl", "{\"isi\":\"satu\"}\n{\"isi\":\"dua\"}\n"},
};

Names locators(const testing::Read& read) {
  Names names;
  for (const Article& article : read.articles) names.push_back(article.locator);
  return names;
}

/// Text that hardly packs, from a fixed seed.
std::string random_words(std::size_t bytes) {
  std::mt19937 random(7);
  std::string text;
  while (text.size() < bytes) text += static_cast<char>('a' + random() % 26);
  return text;
}

}  // namespace

TEST_CASE("container: every member is an input with a locator, every record one with a line") {
  for (const char* const format : {"gnutar", "ustar", "pax", "zip", "7zip", "newc", "odc"})
    for (const char* const compression : {"none", "gzip", "bzip2", "xz", "zstd", "lz4"}) {
      CAPTURE(format);
      CAPTURE(compression);
      const auto read = read_file("x", packed(format, compression, two_articles));
      CHECK(read.messages == Names{});
      CHECK(locators(read) == Names{"x!arsip/a.txt", "x!arsip/b.jsonl:1", "x!arsip/b.jsonl:2"});
      REQUIRE_FALSE(read.articles.empty());
      CHECK(read.articles[0].title == "Banjir di hulu");
      CHECK(read.articles[0].id == "x!arsip/a.txt");
    }
}

TEST_CASE(
    "container: a compressed file is the file, its name without the suffix tells the format") {
  ReadOptions options;
  options.map = {{"title", "x"}, {"body", "y"}};
  for (const char* const compression : {"gzip", "bzip2", "xz", "lzip", "zstd", "lz4"}) {
    CAPTURE(compression);
    const auto read = read_file("a.csv.gz", compressed(compression, "x,y\nJudul,Isi\n"), options);
    CHECK(locators(read) == Names{"a.csv.gz:2"});
    CHECK(read.messages == Names{});
  }
  // Told by its name: its first bytes say too little.
  CHECK(locators(read_file("a.txt.lzma", compressed("lzma", "Isi."))) == Names{"a.txt.lzma"});
  const std::string twice =
      compressed("gzip", "{\"isi\":\"a\"}\n") + compressed("gzip", "{\"isi\":\"b\"}\n");
  CHECK(locators(read_file("a.jsonl.gz", twice)) == Names{"a.jsonl.gz:1", "a.jsonl.gz:2"});
}

TEST_CASE("container: a tar that ends between two members is cut short") {
  const std::string whole = packed("ustar", "none", two_articles);
  constexpr std::size_t block_bytes = 512;
  const auto cut = read_file("x.tar", whole.substr(0, 2 * block_bytes));
  CHECK(locators(cut) == Names{"x.tar!arsip/a.txt"});
  CHECK(cut.messages == Names{"x.tar: error: the archive is cut short: its end mark is missing"});
  const auto ended =
      read_file("x.tar", whole.substr(0, 4 * block_bytes) + std::string(2 * block_bytes, '\0'));
  CHECK(ended.articles.size() == 3);
  CHECK(ended.messages == Names{});
}

TEST_CASE("container: packings nest") {
  const std::string inner = packed("gnutar", "zstd", two_articles);
  const std::string middle = packed("zip", "none", {{"2019/04.tar.zst", inner}, {"c.txt", "Isi."}});
  const std::string outer = packed("7zip", "none", {{"2019.zip", middle}});
  const auto read = read_file("arsip.7z", outer);
  CHECK(read.messages == Names{});
  CHECK(locators(read) == Names{"arsip.7z!2019.zip!2019/04.tar.zst!arsip/a.txt",
                                "arsip.7z!2019.zip!2019/04.tar.zst!arsip/b.jsonl:1",
                                "arsip.7z!2019.zip!2019/04.tar.zst!arsip/b.jsonl:2",
                                "arsip.7z!2019.zip!c.txt"});
}

TEST_CASE("container: a pipe cannot be gone back in, and gives the same") {
  for (const char* const format : {"gnutar", "zip", "7zip", "newc"}) {
    CAPTURE(format);
    const ScratchFolder folder;
    const std::string pipe = folder.path() + "/pipa";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const std::string bytes = packed(format, "none", two_articles);
    const std::jthread writer([&] { std::ofstream(pipe, std::ios::binary) << bytes; });
    const auto read = read_all({pipe}, {}, folder.path());
    CHECK(read.messages == Names{});
    CHECK(locators(read) ==
          Names{"pipa!arsip/a.txt", "pipa!arsip/b.jsonl:1", "pipa!arsip/b.jsonl:2"});
  }
}

TEST_CASE("container: members that are no files of it are refused, the rest goes on") {
  struct Case {
    const char* why;
    PackedMember member;
    const char* message;
  };
  const Case cases[] = {
      {"absolute", {"/etc/a.txt", "x"}, "x.tar!/etc/a.txt: error: an absolute name: refused"},
      {"a drive", {"C:\\a.txt", "x"}, "x.tar!C:\\a.txt: error: an absolute name: refused"},
      {"leads out",
       {"a/../../b.txt", "x"},
       "x.tar!a/../../b.txt: error: a name that leads out of the archive: refused"},
      {"leads out, DOS",
       {"a\\..\\b.txt", "x"},
       "x.tar!a\\..\\b.txt: error: a name that leads out of the archive: refused"},
      {"would break lines",
       {"a\nb.txt", "x"},
       "x.tar!a?b.txt: error: a name with control characters: refused"},
      {"symbolic link", {"a", "b", Kind::symbolic_link}, "x.tar!a: error: a link: refused"},
      {"hard link", {"a", "ada.txt", Kind::hard_link}, "x.tar!a: error: a link: refused"},
      {"device", {"a", "", Kind::device}, "x.tar!a: error: a device, pipe or socket: refused"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file(
        "x.tar", packed("gnutar", "none", {{"ada.txt", "Isi."}, c.member, {"lagi.txt", "Isi."}}));
    CHECK(read.messages == Names{c.message});
    CHECK(locators(read) == Names{"x.tar!ada.txt", "x.tar!lagi.txt"});
  }
}

TEST_CASE("container: hidden members and those not asked for are passed over") {
  const std::string bytes =
      packed("gnutar", "none",
             {{".git/a.txt", "x"},
              {"__MACOSX/._a.txt", "x"},
              {"2018/a.txt", "x"},
              {"2019/a.txt", "x"},
              {"2019/b.html", "<p>x"},
              {"2020.zip", packed("zip", "none", {{"a.txt", "x"}, {"b.html", "<p>x"}})}});
  ReadOptions options;
  options.include = {"*.txt"};
  options.exclude = {"2018"};
  const auto read = read_file("x.tar", bytes, options);
  CHECK(locators(read) == Names{"x.tar!2019/a.txt", "x.tar!2020.zip!a.txt"});
  CHECK(read.messages == Names{});
}

TEST_CASE("container: the largest record counts inside, too") {
  ReadOptions options;
  options.max_record_bytes = 100;
  const auto read = read_file(
      "x.zip", packed("zip", "none", {{"a.txt", std::string(101, 'a')}, {"b.txt", "b"}}), options);
  CHECK(read.messages == Names{"x.zip!a.txt: error: a record of more than 100 bytes | hint: "
                               "--max-size takes larger ones"});
  CHECK(locators(read) == Names{"x.zip!b.txt"});
}

TEST_CASE("container: encrypted members are named") {
  std::string bytes = packed("zip", "none", {{"a.txt", "Isi."}, {"b.txt", "Isi."}});
  bytes[6] = static_cast<char>(bytes[6] | 1);
  const std::size_t entry = bytes.find("PK\1\2");
  REQUIRE(entry != bytes.npos);
  bytes[entry + 8] = static_cast<char>(bytes[entry + 8] | 1);
  const auto read = read_file("x.zip", bytes);
  CHECK(read.messages == Names{"x.zip!a.txt: error: encrypted: refused"});
  CHECK(locators(read) == Names{"x.zip!b.txt"});
}

TEST_CASE("container: what is cut short or damaged costs itself") {
  const std::vector<PackedMember> members{{"a.txt", "Isi."}, {"b.txt", random_words(300'000)}};
  struct Case {
    const char* format;
    const char* compression;
  };
  const Case cases[] = {{"gnutar", "none"},  {"gnutar", "gzip"}, {"gnutar", "xz"},
                        {"gnutar", "bzip2"}, {"gnutar", "zstd"}, {"gnutar", "lz4"},
                        {"newc", "none"}};
  for (const Case& c : cases) {
    CAPTURE(c.format);
    CAPTURE(c.compression);
    const std::string bytes = packed(c.format, c.compression, members);
    const auto read = read_file("x", bytes.substr(0, bytes.size() / 2));
    CHECK(read.messages.size() == 1);
    CHECK(locators(read).size() <= 1);
    REQUIRE_FALSE(read.messages.empty());
    CHECK(read.messages[0].find(": error: ") != std::string::npos);
    const bool is_told = read.messages[0].find("cut short") != std::string::npos ||
                         read.messages[0].find("damaged") != std::string::npos;
    CHECK_MESSAGE(is_told, read.messages[0]);
  }
  std::string bytes = packed("zip", "none", {members[1], members[0]});
  bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x55);
  const auto read = read_file("x.zip", bytes);
  CHECK(locators(read) == Names{"x.zip!a.txt"});
  REQUIRE(read.messages.size() == 1);
  CHECK(read.messages[0].starts_with("x.zip!b.txt: error: "));
}

TEST_CASE("container: a cpio that says its names are endless is damaged, not kept in memory") {
  std::string bytes = packed("newc", "none", {{"a.txt", "Isi."}, {"b.txt", "Isi."}});
  const std::size_t second = bytes.find("07070", 1);
  REQUIRE(second != bytes.npos);
  constexpr std::size_t name_size = 94;
  bytes.replace(second + name_size, 8, "04000000");
  const auto read = read_file("x.cpio", bytes + std::string(std::size_t{40} << 20, 'x'));
  CHECK(read.messages == Names{"x.cpio: error: the archive is damaged"});
  CHECK(locators(read) == Names{"x.cpio!a.txt"});
  // What is passed over is no header.
  const std::string large(std::size_t{20} << 20, 'x');
  const std::string whole = packed("newc", "none", {{".besar", large}, {"b.txt", "Isi."}});
  CHECK(locators(read_file("x.cpio", whole)) == Names{"x.cpio!b.txt"});
}

TEST_CASE("container: records before a cut stay, the record that is cut goes") {
  std::string lines;
  for (int i = 0; i < 2000; ++i)
    lines += "{\"isi\":\"" + random_words(50) + std::to_string(i) + "\"}\n";
  const std::string bytes = compressed("gzip", lines);
  const auto read = read_file("x.jsonl.gz", bytes.substr(0, bytes.size() - bytes.size() / 4));
  CHECK(read.messages == Names{"x.jsonl.gz: error: the gzip data is cut short"});
  CHECK(read.articles.size() > 1000);
  CHECK(read.articles.back().body.size() > 50);
}

TEST_CASE("container: bombs are refused by name, and what stands beside them goes in") {
  ReadOptions options;
  options.unpack.free_bytes = 1 << 20;
  const std::string zeros(50 << 20, '0');
  const PackedMember good{"z.txt", "Isi."};
  const std::string message = ": error: unpacks to more than 200 times its size: refused as a bomb";
  SUBCASE("a member of a zip") {
    const auto read = read_file("x.zip", packed("zip", "none", {{"a.txt", zeros}, good}), options);
    CHECK(read.messages == Names{"x.zip!a.txt" + message});
    CHECK(locators(read) == Names{"x.zip!z.txt"});
  }
  SUBCASE("a compressed file") {
    for (const char* const compression : {"bzip2", "xz", "zstd", "gzip"}) {
      CAPTURE(compression);
      const auto read = read_file("x.txt.gz", compressed(compression, zeros), options);
      CHECK(read.messages == Names{"x.txt.gz" + message});
      CHECK(read.articles.empty());
    }
  }
  SUBCASE("a packed member of a tar") {
    const std::string bomb = compressed("zstd", compressed("gzip", zeros));
    const auto read =
        read_file("x.tar", packed("gnutar", "none", {{"a.gz.zst", bomb}, good}), options);
    CHECK(read.messages == Names{"x.tar!a.gz.zst" + message});
    CHECK(locators(read) == Names{"x.tar!z.txt"});
  }
  SUBCASE("a solid archive, whose rest would have to be unpacked, too") {
    const auto read = read_file("x.7z", packed("7zip", "none", {{"a.txt", zeros}, good}), options);
    CHECK(read.messages == Names{"x.7z!a.txt" + message});
  }
}

TEST_CASE("container: no more layers and members than any archive has") {
  std::string bytes = "Isi.";
  for (int i = 0; i < 9; ++i) bytes = compressed("gzip", bytes);
  CHECK(read_file("x", bytes).messages == Names{"x: error: packed in more than 8 layers: refused"});
  ReadOptions options;
  options.unpack.most_members = 1;
  const auto read = read_file("x.tar", packed("gnutar", "none", two_articles), options);
  CHECK(read.messages == Names{"x.tar: error: more than 1 members: the rest is left out"});
  CHECK(locators(read) == Names{"x.tar!arsip/a.txt"});
}

TEST_CASE("container: a document of an office suite is no archive") {
  const auto read = read_file(
      "x.xlsx", packed("zip", "none", {{"[Content_Types].xml", "<Types/>"}, {"xl/a.xml", "<a/>"}}));
  CHECK(read.articles.empty());
  CHECK(read.messages ==
        Names{"x.xlsx: error: a document of an office suite or an e-book, not an "
              "archive | hint: save spreadsheets as CSV, documents as text or HTML"});
}

TEST_CASE("container: what a browser's crawl and a system add of their own is no article") {
  const std::string record =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Panen raya</title><p>Petani "
      "memanen.</p>";
  const std::string warc =
      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1"
      "\r\nWARC-Date: 2021-07-04T01:10:00Z\r\nContent-Length: " +
      std::to_string(record.size()) + "\r\n\r\n" + record + "\r\n\r\n";
  const auto read = read_file(
      "a.wacz", packed("zip", "none",
                       {{"archive/data.warc.gz", compressed("gzip", warc)},
                        {"datapackage.json", R"({"title":"Arsip","description":"Arsip."})"},
                        {"pages/pages.jsonl", R"({"url":"https://a.example/1","title":"Panen"})"},
                        {"indexes/index.cdx", "a)/1 20210704 {}"}}));
  CHECK(read.messages == Names{});
  CHECK(locators(read) == Names{"a.wacz!archive/data.warc.gz@0"});
  const auto folder = read_file(
      "a.zip", packed("zip", "none", {{"Thumbs.db", "\xD0\xCF\x11\xE0"}, {"a.txt", "Panen."}}));
  CHECK(folder.messages == Names{});
  CHECK(locators(folder) == Names{"a.zip!a.txt"});
}
