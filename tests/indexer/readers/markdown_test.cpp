// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "readers/markdown_text.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {

Article article_of(const std::string& text, const std::string& name = "a.md") {
  const auto read = read_file(name, text);
  REQUIRE(read.articles.size() == 1);
  return read.articles[0];
}

}  // namespace

TEST_CASE("markdown: a YAML head gives fields, quoted, in blocks and in lists") {
  const Article article = article_of(
      "---\r\n"
      "judul: \"Banjir: kata \\\"warga\\\"\"  \r\n"
      "tanggal: 2024-03-28 # terbit\r\n"
      "penulis:\r\n  - Ani\r\n  - 'Budi'' A'\r\n"
      "kategori: Daerah\r\n"
      "url: https://contoh.id/a#b\r\n"
      "tags: [air, \"hujan\"]\r\n"
      "ringkasan: >\r\n  satu\r\n  dua\r\n"
      "---\r\n"
      "Isi pertama.\r\n\r\nIsi kedua.\r\n");
  CHECK(article.title == "Banjir: kata \"warga\"");
  CHECK(article.body == "Isi pertama.\nIsi kedua.");
  CHECK(article.author == "Ani, Budi' A");
  CHECK(article.section == "Daerah");
  CHECK(article.url == "https://contoh.id/a#b");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-28");
  CHECK(article.extra == std::vector<std::pair<std::string, std::string>>{
                             {"tags", "air, hujan"}, {"ringkasan", "satu dua"}});
}

TEST_CASE("markdown: a head is known by content, a rule is none") {
  CHECK(article_of("---\ntitle: Judul\n---\nIsi.\n", "a.txt").title == "Judul");
  CHECK(article_of("---\nBukan kepala\n---\nIsi.\n").body == "Bukan kepala\nIsi.");
}

TEST_CASE("markdown: tables at the head, down and across") {
  const Article down = article_of(
      "| Kunci | Nilai |\n|---|---|\n| **Judul** | Banjir |\n| Tanggal | 28/03/2024 |\n"
      "| Sumber | contoh |\n\nIsi.\n");
  CHECK(down.title == "Banjir");
  CHECK(down.source == "contoh");
  CHECK(down.body == "Isi.");
  REQUIRE(down.date);
  const Article across = article_of(
      "| title | date | url |\n| :-- | --- | --- |\n| Banjir \\| surut | 2024-03-28 | "
      "https://contoh.id/a |\n\nIsi.\n");
  CHECK(across.title == "Banjir | surut");
  CHECK(across.url == "https://contoh.id/a");
  CHECK(article_of("| hasil | skor |\n|---|---|\n| A | 1 |\n\nIsi.\n").body ==
        "hasil   skor\nA   1\nIsi.");
}

TEST_CASE("markdown: the title is the head's, else the first heading's, else the first line's") {
  CHECK(article_of("# Banjir *besar* #\n\nIsi.\n").title == "Banjir besar");
  CHECK(article_of("Banjir besar\n====\n\nIsi.\n").title == "Banjir besar");
  CHECK(article_of("**Banjir besar**\n\nIsi yang lebih panjang.\n").title == "Banjir besar");
  const Article both = article_of("---\ntitle: Banjir\n---\n# Banjir\n\nIsi.\n");
  CHECK(both.title == "Banjir");
  CHECK(both.body == "Isi.");
}

TEST_CASE("markdown: what marks up is left out, what reads stays") {
  struct Case {
    const char* why;
    const char* markdown;
    const char* text;
  };
  const Case cases[] = {
      {"soft breaks join, hard ones part", "a\nb  \nc\\\nd", "a b\nc\nd"},
      {"emphasis", "a **b** _c_ ~~d~~ `e` *f*g", "a b c d e fg"},
      {"signs between blanks and in names", "5 * 3, snake_case_x, ~5", "5 * 3, snake_case_x, ~5"},
      {"links by their words", "a [b](http://x.id/a_(b) \"t\"){target=\"_self\"} [c][1] [d]",
       "a b c [d]"},
      {"pictures go", "a ![foto](x.jpg) b", "a  b"},
      {"a linked picture goes", "a [![foto](x.jpg)](http://x.id) b", "a  b"},
      {"bare addresses stay", "<https://x.id/a>", "https://x.id/a"},
      {"escapes", "\\*a\\* \\[b\\]", "*a* [b]"},
      {"quotes, items, numbers", "> a\n\n- b\n- c\n\n1. d", "a\nb\nc\n1. d"},
      {"headings of lower rank", "a\n\n## b ##\n\n### C#\n\nd", "a\nb\nC#\nd"},
      {"not a heading", "#tagar", "#tagar"},
      {"rules and targets go", "a\n\n***\n\n[1]: http://x.id\n\nb", "a\nb"},
      {"code as it is", "```sh\n# a  *b*\n```", "# a  *b*"},
      {"rows by their cells", "| a | b |\n|---|---|\n| c | d |", "a   b\nc   d"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(markdown_text(c.markdown).body == c.text);
  }
}

TEST_CASE("markdown: hostile brackets cost time in proportion to their number") {
  const std::string many(1 << 20, '[');
  CHECK(markdown_text(many).body.size() == many.size());
}

TEST_CASE("markdown: heads of TOML, and of lines without a fence, in texts too") {
  struct Case {
    const char* why;
    const char* name;
    const char* text;
  };
  const Case cases[] = {
      {"TOML", "a.md", "+++\ntitle = \"Banjir\"\ndate = 2024-03-28\n[tabel]\n+++\nAir naik.\n"},
      {"lines, then a blank one", "a.md", "title: Banjir\ndate: 28 Maret 2024\n\nAir naik.\n"},
      {"in Indonesian, in a text", "a.txt",
       "Judul: Banjir\nTanggal: Kamis, 28 Maret 2024\n\nAir naik.\n"},
      {"the text has a name as well", "a.txt",
       "Judul: Banjir\nTanggal: 28-03-2024\n\nIsi: Air naik.\n"},
      {"the title stands below", "a.txt",
       "Penulis: Ani\nTanggal: 28-03-2024\n\nBanjir\n\nAir naik.\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto read = read_file(c.name, c.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Banjir");
    CHECK(read.articles[0].body == "Air naik.");
    REQUIRE(read.articles[0].date);
    CHECK(to_iso(*read.articles[0].date) == "2024-03-28");
  }
}

TEST_CASE("text: one line with a colon, or lines of other names, are no head") {
  for (const char* text :
       {"Penulis: Ani\n\nAir naik.", "Catatan: dua\nWaktu itu: tiga\n\nAir naik."}) {
    CAPTURE(text);
    const auto read = read_file("a.txt", text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].author.empty());
    CHECK(read.articles[0].title + read.articles[0].body != "Air naik.");
  }
}

TEST_CASE("text: date, address and author in lines below the title") {
  const auto read = read_file("a.txt",
                              "Banjir di hulu\nMinggu, 11 Februari 2024 10:00 WIB\n"
                              "https://desa.contoh.id/1\nPenulis: Ani\n\nAir naik.\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "Banjir di hulu");
  CHECK(read.articles[0].body == "Air naik.");
  CHECK(read.articles[0].author == "Ani");
  CHECK(read.articles[0].url == "https://desa.contoh.id/1");
  CHECK(to_iso(*read.articles[0].date) == "2024-02-11T10:00:00+07:00");
  const auto prose = read_file("a.txt", "Banjir di hulu\n\nPada 11 Februari 2024 air naik.\n");
  CHECK(prose.articles[0].body == "Pada 11 Februari 2024 air naik.");
}

TEST_CASE("text: dumps of databases are named") {
  CHECK(read_file("a.sql", "-- MySQL dump 10.13\nINSERT INTO `b` VALUES (1,'judul','isi');\n")
            .messages ==
        std::vector<std::string>{"a.sql: error: an SQL dump, not a table | hint: load it into its "
                                 "database and export the table as CSV"});
}

TEST_CASE("markdown: heads of static sites and of clippers") {
  const auto read = [](const std::string& head) {
    const auto all =
        read_file("a.md", "---\ntitle: Panen raya\n" + head + "---\nPetani memanen.\n");
    REQUIRE(all.articles.size() == 1);
    return all.articles[0];
  };
  CHECK(read("author:\n  name: Ani Lestari\n").author == "Ani Lestari");
  CHECK(read("author:\n  - \"[[Ani Lestari]]\"\n").author == "Ani Lestari");
  CHECK(read("categories: [headline, ekonomi, tani]\n").section == "ekonomi");
  CHECK(read("source: \"https://a.example/1\"\n").url == "https://a.example/1");
}

TEST_CASE("markdown: a date below the heading is no text") {
  const auto read =
      read_file("a.md", "Panen raya\n===\n\n*Minggu, 4 Juli 2021*\n\nPetani memanen.\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].body == "Petani memanen.");
  CHECK(to_iso(*read.articles[0].date) == "2021-07-04");
}
