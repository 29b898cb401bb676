// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <random>

#include "readers/input.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_all;
using testing::read_file;
using testing::ScratchFolder;

namespace fs = std::filesystem;

namespace {
std::vector<std::string> locators(const testing::Read& read) {
  std::vector<std::string> names;
  for (const Article& article : read.articles) names.push_back(article.locator);
  return names;
}
using Names = std::vector<std::string>;

/// Hands out its bytes in pieces of random sizes, as pipes do.
class Dribble final : public ByteSource {
 public:
  Dribble(std::string_view bytes, std::mt19937& random) : bytes_(bytes), random_(random) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t most = random_() % 4 == 0 ? 10 : 1 << 20;
    const std::size_t size = std::min({into.size(), bytes_.size(), random_() % most + 1});
    bytes_.copy(into.data(), size);
    bytes_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view bytes_;
  std::mt19937& random_;
};
}  // namespace

TEST_CASE("input: lines of all sizes come whole, however they are handed out") {
  const unsigned seed = std::random_device{}();
  INFO("seed ", seed);
  std::mt19937 random(seed);
  constexpr std::size_t longest[] = {100, 40'000, 3'000'000};
  for (int round = 0; round < 10; ++round) {
    std::vector<std::string> lines;
    std::string all;
    for (int i = 0; i < 60; ++i) {
      const std::size_t size = random() % longest[random() % 8 == 0 ? 2 : i % 2];
      lines.push_back(std::string(size, static_cast<char>('a' + i % 26)) + '\n');
      all += lines.back();
    }
    Dribble source(all, random);
    Input input(source);
    std::string_view got;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (random() % 8 == 0) input.shrink();
      if (random() % 8 == 0) {
        const std::size_t looked_at = random() % 200'000;
        const bool agrees = all.substr(input.position(), looked_at) == input.peek(looked_at);
        REQUIRE(agrees);
      }
      REQUIRE(input.next_line(got, all.size()) == Input::Got::line);
      const bool agrees = got == lines[i];
      REQUIRE(agrees);
    }
    CHECK(input.position() == all.size());
    CHECK(input.next_line(got, all.size()) == Input::Got::end);
  }
}

TEST_CASE("input: a directory is read in the order of its names, hidden files left out") {
  const ScratchFolder folder;
  folder.write("b.txt", "Isi b.");
  folder.write("a/2.txt", "Isi a dua.");
  folder.write("a/1.txt", "Isi a satu.");
  folder.write(".git/x.txt", "Bukan artikel.");
  folder.write("c.jsonl", "{\"isi\":\"c\"}\n");
  const auto read = read_all({folder.path()}, {}, folder.path());
  CHECK(locators(read) == Names{"a/1.txt", "a/2.txt", "b.txt", "c.jsonl:1"});
  CHECK(read.messages == Names{});
}

TEST_CASE("input: globs choose by name, or by path where they have a slash") {
  const ScratchFolder folder;
  for (const char* const name : {"2018/a.txt", "2019/a.txt", "2019/b.html", "c.txt"})
    folder.write(name, "<p>Isi.");
  ReadOptions options;
  options.include = {"*.txt"};
  options.exclude = {"2018"};
  CHECK(locators(read_all({folder.path()}, options, folder.path())) ==
        Names{"2019/a.txt", "c.txt"});
  options.include = {"2019/*"};
  options.exclude = {};
  CHECK(locators(read_all({folder.path()}, options, folder.path())) ==
        Names{"2019/a.txt", "2019/b.html"});
}

TEST_CASE("input: links, pipes and devices in a directory are not followed") {
  const ScratchFolder outside;
  outside.write("rahasia.txt", "Di luar.");
  const ScratchFolder folder;
  folder.write("a.txt", "Isi.");
  fs::create_symlink(outside.path() + "/rahasia.txt", folder.path() + "/keluar");
  fs::create_symlink("a.txt", folder.path() + "/dalam");
  fs::create_directory_symlink(".", folder.path() + "/putar");
  fs::create_symlink("tiada", folder.path() + "/putus");
  REQUIRE(::mkfifo((folder.path() + "/pipa").c_str(), 0600) == 0);
  const auto read = read_all({folder.path()}, {}, folder.path());
  CHECK(locators(read) == Names{"a.txt"});
  CHECK(read.messages == Names{"keluar: warning: a link that leads out of the directory: skipped",
                               "pipa: warning: a pipe, not a regular file: skipped",
                               "putus: warning: a link to nothing: skipped"});
}

TEST_CASE("input: what cannot be read is named and the rest goes on") {
  const ScratchFolder folder;
  const std::string good = folder.write("a.txt", "Isi.");
  const auto read = read_all({folder.path() + "/tiada.csv", good}, {}, folder.path());
  CHECK(locators(read) == Names{"a.txt"});
  CHECK(read.messages == Names{"tiada.csv: error: No such file or directory"});
}

TEST_CASE("input: a directory without permission is named") {
  if (::geteuid() == 0) {
    MESSAGE("skipped: root may read everything");
    return;
  }
  const ScratchFolder folder;
  folder.write("tutup/a.txt", "Isi.");
  folder.write("z.txt", "Isi.");
  fs::permissions(folder.path() + "/tutup", fs::perms::none);
  const auto read = read_all({folder.path()}, {}, folder.path());
  fs::permissions(folder.path() + "/tutup", fs::perms::owner_all);
  CHECK(locators(read) == Names{"z.txt"});
  CHECK(read.messages == Names{"tutup: error: Permission denied"});
}

TEST_CASE("input: files without an article in them") {
  struct Case {
    std::string why;
    std::string_view bytes;
    const char* message;
  };
  const char* const mail =
      "a: error: mail, not articles | hint: mhonarc makes pages of a mailbox, which are read";
  const Case cases[] = {
      {"empty", "", "a: warning: empty"},
      {"a byte-order mark alone", "\xEF\xBB\xBF", "a: warning: empty"},
      {"blanks alone", " \n\n", "a: warning: no title and no body"},
      {"a picture", "\x89PNG\r\n\x1A\n0000", "a: error: an image, not text"},
      {"control characters", "\1\2\3\4xyz", "a: error: not text"},
      {"a mailbox",
       "From redaksi@contoh.id Thu Apr 25 10:12:00 2019\nDate: Thu, 25 Apr 2019\n"
       "Subject: Banjir\nMessage-ID: <1@contoh.id>\n\nAir naik.\n",
       mail},
      {"a mail, its first header folded",
       "Received: from a.contoh.id\r\n\tby b.contoh.id\r\nMIME-Version: 1.0\r\n"
       "Subject: Banjir\r\n\r\nAir naik.\r\n",
       mail},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a", c.bytes);
    CHECK(read.articles.empty());
    CHECK(read.messages == Names{c.message});
  }
}

TEST_CASE("input: plain text has a title where its first line looks like one") {
  struct Case {
    std::string why;
    std::string text;
    const char* title;
    const char* body;
  };
  const Case cases[] = {
      {"a blank line below", "Banjir di hulu\n\nAir naik.\n", "Banjir di hulu", "Air naik."},
      {"a longer line below", "Banjir\nAir naik di hulu sungai.\n", "Banjir",
       "Air naik di hulu sungai."},
      {"a sentence is none", "Air naik.\n\nWarga pergi.\n", "", "Air naik.\n\nWarga pergi."},
      {"a paragraph is none", std::string(200, 'a') + "\n\nb\n", "", nullptr},
      {"one line is the text", "Banjir di hulu\n", "", "Banjir di hulu"},
      {"a byte that is no UTF-8", "Caf\xE9\n\nAir naik.", "Café", "Air naik."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.txt", c.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == c.title);
    if (c.body != nullptr) CHECK(read.articles[0].body == c.body);
    CHECK(read.articles[0].locator == "a.txt");
    CHECK(read.articles[0].id == "a.txt");
  }
}

TEST_CASE("input: UTF-16 is known by its mark and framed after decoding") {
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string_view{"judul,isi\nBanjir,naik\nGempa,lagi\n"}) utf16 += {c, '\0'};
  const auto read = read_file("a.csv", utf16);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[1].title == "Gempa");
}

TEST_CASE("input: UTF-16 without a mark is known by its zero bytes") {
  struct Case {
    const char* why;
    std::u16string text;
    std::size_t articles;
  };
  const Case cases[] = {
      {"Latin letters", u"judul,isi\nBanjir,naik\nGempa,lagi\n", 2},
      {"among them quotes and a name", u"judul,isi\n“Banjir”,Café naik – lagi di Ōsaka\n", 1},
      {"control characters are another kind of file", u"judul,isi\n\1\2\3\4\5\1\2\3\4\5", 0},
      {"so are zero units", {u'j', 0, u'd', 0, u'l', 0, u'a', 0, u'b', 0}, 0},
  };
  for (const Case& c : cases) {
    for (const bool little : {true, false}) {
      CAPTURE(c.why);
      CAPTURE(little);
      std::string bytes;
      for (const char16_t unit : c.text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
      }
      const auto read = read_file("a.csv", bytes);
      CHECK(read.articles.size() == c.articles);
      CHECK(read.messages.empty() == (c.articles > 0));
    }
  }
}

TEST_CASE("input: a text that begins with words of mail's is none") {
  for (const char* const text : {"From Jakarta the minister said: yes.\nAir naik.\n",
                                 "Received: 3 laporan banjir\nAir naik di hulu sungai.\n",
                                 "Subject: Banjir\n\nAir naik.\n"}) {
    CAPTURE(text);
    CHECK(read_file("a.txt", text).articles.size() == 1);
  }
}

TEST_CASE("input: identity falls back from url to locator, or follows the rule") {
  const std::string_view line = R"({"isi":"Air naik.","url":"https://contoh.id/1"})";
  ReadOptions options;
  options.identity = IdentityRule::locator;
  CHECK(read_file("a.jsonl", line, options).articles.at(0).id == "a.jsonl:1");
  options.identity = IdentityRule::content;
  const std::string one = read_file("a.jsonl", line, options).articles.at(0).id;
  const std::string same = read_file("b.jsonl", line, options).articles.at(0).id;
  CHECK(one == same);
  CHECK(one.size() == 32);
  options.identity = IdentityRule::url;
  CHECK(read_file("a.jsonl", R"({"isi":"Air naik."})", options).messages ==
        Names{"a.jsonl:1: error: no url to identify it by"});
}

TEST_CASE("input: source, section and date come from the address where no field has them") {
  struct Case {
    std::string why;
    const char* url;
    const char* source;
    const char* section;
    const char* date;
  };
  const Case cases[] = {
      {"subdomain", "https://nasional.kompas.com/read/2019/05/26/1/x", "kompas", "nasional",
       "2019-05-26"},
      {"first folder", "https://www.contoh.co.id/ekonomi/x", "contoh", "ekonomi", ""},
      {"unsure", "https://www.contoh.com/berita/x", "contoh", "", ""},
      {"a stamp", "https://www.contoh.com/nasional/20250812153935-20-1/x", "contoh", "nasional",
       "2025-08-12"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read =
        read_file("a.jsonl", "{\"isi\":\"x\",\"url\":\"" + std::string{c.url} + "\"}");
    const Article& article = read.articles.at(0);
    CHECK(article.source == c.source);
    CHECK(article.section == c.section);
    CHECK((article.date ? to_iso(*article.date) : "") == c.date);
  }
}

TEST_CASE("input: sizes are known beforehand for files and unknown for pipes") {
  const ScratchFolder folder;
  folder.write("a.txt", "12345");
  folder.write("b/c.txt", "123");
  CHECK(total_bytes({folder.path()}, {}) == 8);
  CHECK(total_bytes({folder.path(), "-"}, {}) == std::nullopt);
}

TEST_CASE("input: the reader stops when nobody wants more") {
  const ScratchFolder folder;
  folder.write("a.jsonl", "{\"isi\":\"a\"}\n{\"isi\":\"b\"}\n");
  folder.write("b.jsonl", "{\"isi\":\"c\"}\n");
  int records = 0;
  RecordHandler handler;
  handler.record = [&](Record&&) { return ++records < 2; };
  read({folder.path()}, {}, handler);
  CHECK(records == 2);
}
