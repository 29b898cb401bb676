// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "process.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_all;
using testing::read_file;

TEST_CASE("table: delimiters, quotes and line ends of the wild") {
  struct Case {
    std::string why;
    const char* text;
  };
  const Case cases[] = {
      {"commas", "judul,isi\nBanjir,\"Air naik, lagi\"\n"},
      {"semicolons", "judul;isi\nBanjir;Air naik, lagi\n"},
      {"tildes", "judul~isi\nBanjir~Air naik, lagi\n"},
      {"carets", "judul^isi\nBanjir^Air naik, lagi\n"},
      {"Hive's control characters",
       "judul\x01isi\nBanjir\x01"
       "Air naik, lagi\n"},
      {"Excel's line that states the delimiter", "sep=;\r\njudul;isi\r\nBanjir;Air naik, lagi\r\n"},
      {"a stated delimiter that no sniffing would take",
       "sep=#\njudul#isi\nBanjir#Air naik, lagi\n"},
      {"tabs", "judul\tisi\nBanjir\tAir naik, lagi\n"},
      {"a byte-order mark", "\xEF\xBB\xBFjudul,isi\nBanjir,\"Air naik, lagi\"\n"},
      {"CRLF", "judul,isi\r\nBanjir,\"Air naik, lagi\"\r\n"},
      {"no last line feed", "judul,isi\nBanjir,\"Air naik, lagi\""},
      {"an index column without a name", ",judul,isi\n0,Banjir,\"Air naik, lagi\"\n"},
      {"quoted names", "\"judul\",\"isi\"\n\"Banjir\",\"Air naik, lagi\"\n"},
      {"blank lines", "judul,isi\n\n\nBanjir,\"Air naik, lagi\"\n\n"},
      {"an empty field past the header", "judul,isi\nBanjir,\"Air naik, lagi\",\n"},
      {"a list as text", "judul;isi\nBanjir;['Air naik, lagi']\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.csv", c.text);
    CHECK(read.messages == std::vector<std::string>{});
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Banjir");
    CHECK(read.articles[0].body == "Air naik, lagi");
    CHECK(read.articles[0].extra.empty());
  }
}

TEST_CASE("table: quotes hold line breaks and doubled quotes") {
  const auto read =
      read_file("a.csv", "judul,isi\n\"Kata \"\"siaga\"\"\",\"Satu\nDua \"\"tiga\"\"\n\"\nB,b\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].title == "Kata \"siaga\"");
  CHECK(read.articles[0].body == "Satu\nDua \"tiga\"");
  CHECK(read.articles[0].locator == "a.csv:2");
  CHECK(read.articles[1].locator == "a.csv:5");
}

TEST_CASE("table: quotes behind backslashes, where a file writes them so") {
  const auto read =
      read_file("a.csv",
                "judul,isi\n\"Kata \\\"siaga\\\"\",\"Satu, \\\"dua\\\", tiga\n\\\\ dan "
                "empat\"\n\"\",b\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].title == "Kata \"siaga\"");
  CHECK(read.articles[0].body == "Satu, \"dua\", tiga\n\\ dan empat");
  CHECK(read.articles[1].body == "b");
  const auto doubled =
      read_file("a.csv", "judul,isi\n\"C:\\\",\"Kata \"\"a\"\" dan \\\"\"b\"\"\"\n");
  REQUIRE(doubled.articles.size() == 1);
  CHECK(doubled.articles[0].title == "C:\\");
  CHECK(doubled.articles[0].body == "Kata \"a\" dan \\\"b\"");
}

TEST_CASE("table: strings in single quotes, where every row proves them") {
  struct Case {
    const char* why;
    const char* text;
    const char* title;
    const char* body;
  };
  const Case cases[] = {
      {"names, too", "'judul','isi'\n'Banjir','Air naik, lagi'\n", "Banjir", "Air naik, lagi"},
      {"only the values", "no,judul,isi\n1,'Banjir','Air naik,\nlagi'\n2,'Gempa','b'\n", "Banjir",
       "Air naik,\nlagi"},
      {"a quote doubled", "'judul';'isi'\n'Jum''at';'Air; naik'\n", "Jum'at", "Air; naik"},
      {"a quote behind a backslash", "judul,isi\n'Jum\\'at','Air, naik'\n'Sabtu',NULL\n", "Jum'at",
       "Air, naik"},
      {"an apostrophe that begins a word is none", "judul,isi\n'Ndeso,Air 'naik'\nGempa,b\n",
       "'Ndeso", "Air 'naik'"},
      {"a title in single quotes here and there is as it stands",
       "judul,isi\n'Banjir',Air\nGempa,b\n", "'Banjir'", "Air"},
      {"double quotes hold the fields", "judul,isi\n'Banjir',\"Air, naik\"\n'Gempa',\"b\"\n",
       "'Banjir'", "Air, naik"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.csv", c.text);
    CHECK(read.messages.empty());
    REQUIRE_FALSE(read.articles.empty());
    CHECK(read.articles[0].title == c.title);
    CHECK(read.articles[0].body == c.body);
  }
}

TEST_CASE("table: an identity that is an address is the address, too") {
  const auto read = read_file(
      "a.csv", "post_title,post_content,guid\nBanjir,Air naik.,https://www.desa.contoh.id/?p=7\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].url == "https://www.desa.contoh.id/?p=7");
  CHECK(read.articles[0].source == "contoh");
}

TEST_CASE("table: a column that --map names and the table lacks is told") {
  ReadOptions options;
  options.map = {{"title", "jdul"}, {"body", "isi"}};
  const auto read = read_file("a.csv", "judul,isi\nBanjir,Air naik.\n", options);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.messages == std::vector<std::string>{"a.csv: note: --map=title=jdul: there is no such "
                                                  "column | hint: it has: judul, isi"});
}

TEST_CASE("table: a Python list saved as text becomes paragraphs") {
  const auto read = read_file("a.csv",
                              "judul;isi\nBanjir;['Air naik.', \"Jum\\'at 'lagi'.\", 'Caf\\xe9']\n"
                              "Gempa;['tak selesai\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].body == "Air naik.\nJum'at 'lagi'.\nCafé");
  CHECK(read.articles[1].body == "['tak selesai");
}

TEST_CASE("table: an unterminated quote costs its record") {
  struct Case {
    std::string why;
    const char* text;
    std::vector<std::string> titles;
    std::vector<std::string> messages;
  };
  const Case cases[] = {
      {"to the end of the file",
       "judul,isi\nA,a\nB,\"b\nC,c\nD,d\n",
       {"A", "C", "D"},
       {"a.csv:3: error: unterminated quoted field"}},
      {"closed by the next record's opening quote, three columns",
       "judul,isi,url\n\"A\",\"a\",u1\n\"B\",\"b,u2\n\"C\",\"c\",u3\n\"D\",\"d\",u4\n",
       {"A", "C", "D"},
       {"a.csv:3: error: unterminated quoted field"}},
      {"closed by the next record's opening quote, two columns",
       "judul,isi\n\"A\",\"a\"\n\"B\",\"b\n\"C\",\"c\"\n\"D\",\"d\"\n",
       {"A", "C", "D"},
       {"a.csv:3: error: unterminated quoted field"}},
      {"in the last line",
       "judul,isi\nA,a\nB,\"b",
       {"A"},
       {"a.csv:3: error: unterminated quoted field"}},
      {"sloppy quotes inside a field are text",
       "judul,isi\nA,\"kata \"siaga\" dan\n\"awas\" itu\"\nB,b\n",
       {"A", "B"},
       {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.csv", c.text);
    std::vector<std::string> titles;
    for (const Article& article : read.articles) titles.push_back(article.title);
    CHECK(titles == c.titles);
    CHECK(read.messages == c.messages);
  }
}

TEST_CASE("table: a file of open quotes is read in linear time") {
  std::string text = "judul,isi\n";
  for (int i = 0; i < 200'000; ++i) text += "\"a\"b,\"c\n";
  const auto read = read_file("a.csv", text);
  CHECK(read.messages.size() < 200'000);
  CHECK_FALSE(read.messages.empty());
}

TEST_CASE("table: ragged rows are told and taken") {
  const auto read = read_file("a.csv", "judul,isi,url\nA,a\nB,b,https://contoh.id/1,lebih\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].body == "a");
  CHECK(read.articles[1].extra == std::vector<std::pair<std::string, std::string>>{{"4", "lebih"}});
  CHECK(read.messages ==
        std::vector<std::string>{"a.csv:2: note: the row has 2 fields, the header 3",
                                 "a.csv:3: note: the row has 4 fields, the header 3"});
}

TEST_CASE("table: columns that nobody can guess are named, and --map maps them") {
  const char* const text = "kolom a,kolom b\nBanjir,Air naik.\n";
  const auto read = read_file("a.csv", text);
  CHECK(read.articles.empty());
  CHECK(read.messages ==
        std::vector<std::string>{
            "a.csv: error: cannot tell which column holds the title or the text; it has: kolom a, "
            "kolom b | hint: name them: --map=title=COLUMN,body=COLUMN"});
  ReadOptions options;
  options.map = {{"title", "kolom a"}, {"body", "2"}};
  const auto mapped = read_file("a.csv", text, options);
  REQUIRE(mapped.articles.size() == 1);
  CHECK(mapped.articles[0].title == "Banjir");
  CHECK(mapped.articles[0].body == "Air naik.");
}

TEST_CASE("table: the longest column is the text where no name says so") {
  const std::string text(300, 'a');
  const auto read = read_file("a.csv", "judul,uraian,blok\nBanjir," + text + ",x\n");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].body == text);
}

TEST_CASE("table: a column that repeats or holds lists is no identity") {
  const auto repeated =
      read_file("a.csv", "id,judul,url\n1,A,https://contoh.id/a\n1,B,https://contoh.id/b\n");
  REQUIRE(repeated.articles.size() == 2);
  CHECK(repeated.articles[0].id == "https://contoh.id/a");
  const auto listed = read_file("a.csv", "id,judul\n\"[0, 1]\",A\n\"[0, 2]\",B\n");
  REQUIRE(listed.articles.size() == 2);
  CHECK(listed.articles[0].id == "a.csv:2");
  const auto plain = read_file("a.csv", "id,judul\nx1,A\nx2,B\n");
  REQUIRE(plain.articles.size() == 2);
  CHECK(plain.articles[1].id == "x2");
}

TEST_CASE("table: one date that decides orders the dates of the whole file") {
  const auto day = [](const char* text, std::size_t index) {
    const auto read = read_file("a.csv", text);
    return to_iso(*read.articles.at(index).date);
  };
  CHECK(day("judul,tanggal\nA,03/04/2025\nB,04/13/2025\n", 0) == "2025-03-04");
  CHECK(day("judul,tanggal\nA,03/04/2025\nB,13/04/2025\n", 0) == "2025-04-03");
  const auto open = read_file("a.csv", "judul,tanggal\nA,03/04/2025\nB,05/06/2025\n");
  CHECK(to_iso(*open.articles.at(0).date) == "2025-04-03");
  CHECK(open.messages ==
        std::vector<std::string>{"a.csv:2: note: dates such as 03/04/2025 may be day or month "
                                 "first; read as day first"});
}

TEST_CASE("table: one that nobody can read does not end the run") {
  const test::TemporaryFolder folder;
  std::ofstream(folder / "a.tsv") << "q1\tKorea\nq2\tRusia\n";
  std::ofstream(folder / "b.csv") << "judul,isi\nBanjir,Air naik.\n";
  const auto read = read_all({folder.path().string()}, {}, folder.path().string() + "/");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "Banjir");
  CHECK(read.messages.size() == 1);
}

TEST_CASE("table: what databases unload has escapes and no quotes, and an absent value is none") {
  struct Case {
    std::string why;
    const char* text;
  };
  const Case cases[] = {
      {"MySQL's text: a backslash before the line feed",
       "judul\tisi\tpenulis\nBanjir\tAir \"naik\".\\\nWarga pergi.\t\\N\n"},
      {"PostgreSQL's", "judul\tisi\tpenulis\nBanjir\tAir \"naik\".\\nWarga pergi.\t\\N\n"},
      {"MySQL's with quotes",
       "\"judul\",\"isi\",\"penulis\"\n\"Banjir\",\"Air \\\"naik\\\".\\\nWarga pergi.\",\\N\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.csv", c.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Banjir");
    CHECK(read.articles[0].body == "Air \"naik\".\nWarga pergi.");
    CHECK(read.articles[0].author.empty());
  }
  const auto next = read_file("a.csv",
                              "judul\tisi\tpenulis\nBanjir\tAir naik.\\\nWarga pergi.\t\\N\n"
                              "Kering\tAir surut.\tAni\\\\\n");
  REQUIRE(next.articles.size() == 2);
  CHECK(next.articles[1].locator == "a.csv:4");
  CHECK(next.articles[1].author == "Ani\\");
}

TEST_CASE("table: without a header columns are told by their values, and it is said") {
  const auto read = read_file(
      "a.csv",
      "1,2024-02-11,Banjir di hulu sungai,https://desa.contoh.id/1,\"Air naik sejak pagi, dan "
      "warga "
      "di bantaran mulai mengungsi ke balai desa.\"\n"
      "2,2024-02-12,Kering di hilir sungai,https://desa.contoh.id/2,\"Air surut sejak pagi, dan "
      "warga di bantaran kembali dari balai desa.\"\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[1].title == "Kering di hilir sungai");
  CHECK(read.articles[1].body.starts_with("Air surut"));
  CHECK(read.articles[1].url == "https://desa.contoh.id/2");
  CHECK(to_iso_day(*read.articles[1].date) == "2024-02-12");
  CHECK(read.messages == std::vector<std::string>{
                             "a.csv: note: no header: column 3 is read as the title, 5 as the text "
                             "| hint: others are named by --map=title=COLUMN,body=COLUMN"});
}

TEST_CASE("table: longer names, leads for texts, and spreadsheets' days") {
  const auto longer = read_file(
      "a.csv", "Judul,Isi Lengkap,Panjang Isi,Waktu Publikasi\nBanjir,Air naik.,9,45334\n");
  REQUIRE(longer.articles.size() == 1);
  CHECK(longer.articles[0].body == "Air naik.");
  CHECK(to_iso(*longer.articles[0].date) == "2024-02-12");
  const auto lead = read_file("a.csv", "judul,deskripsi\nBanjir,Air naik.\n");
  REQUIRE(lead.articles.size() == 1);
  CHECK(lead.articles[0].body == "Air naik.");
  const auto both = read_file("a.csv", "judul,deskripsi,teks\nBanjir,Ringkas.,Air naik.\n");
  REQUIRE(both.articles.size() == 1);
  CHECK(both.articles[0].body == "Air naik.");
  CHECK(read_file("a.csv", "judul,isi\n").messages ==
        std::vector<std::string>{"a.csv: warning: a header and no rows"});
}

TEST_CASE("table: what stands above the header and below the rows is no article") {
  const std::string table =
      "judul,isi,tanggal\n\"Panen raya\",\"Petani memanen lebih awal.\",2021-07-04\n";
  struct Case {
    std::string why;
    std::string text;
    std::size_t line;
  };
  const Case cases[] = {
      {"remarks", "# diekspor 2021-08-01\n# sumber: kabar\n" + table, 4},
      {"a report's title, alone in its row", "Laporan Juli,,\n,,\n" + table, 4},
      {"a title without delimiters", "Laporan Juli\n\n" + table, 4},
      {"a sum in the row's form", table + "Jumlah,1,\n", 2},
      {"a sum in words", table + "\nTotal: 1 baris\n", 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.csv", c.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Panen raya");
    CHECK(read.articles[0].locator == "a.csv:" + std::to_string(c.line));
  }
  CHECK(
      read_file("a.csv", table + "Total football,Tim tamu menang.,2021-07-05\n").articles.size() ==
      2);
}

TEST_CASE("table: a time of day in a column of its own belongs to the date") {
  const auto read = read_file("a.csv",
                              "judul,isi,tanggal,jam\nPanen,Petani panen.,2021-07-04,10:20:30\n"
                              "Banjir,Air naik.,2021-07-04 08:00,10:20:30\nPasar,Ramai.,,10:20\n");
  REQUIRE(read.articles.size() == 3);
  CHECK(to_iso(*read.articles[0].date) == "2021-07-04T10:20:30+07:00");
  CHECK(to_iso(*read.articles[1].date) == "2021-07-04T08:00:00+07:00");
  CHECK(!read.articles[2].date);
}
