// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

TEST_CASE("json: collections made for research and training") {
  struct Case {
    std::string why;
    std::string text;
    std::string url;
    std::string body;
  };
  const Case cases[] = {
      {"rows of a viewer",
       R"({"rows":[{"row_idx":0,"row":{"text":"Panen raya.","url":"https://a.example/1"}}]})",
       "https://a.example/1", "Panen raya."},
      {"where it is from, beside the text",
       R"({"content":"Panen raya.","warc_headers":{"warc-target-uri":"https://a.example/1",)"
       R"("warc-date":"2021-09-16T16:55:26Z"}})",
       "https://a.example/1", "Panen raya."},
      {"words, sentence by sentence",
       R"({"id":7,"url":"https://a.example/1","clean_article":[["Panen","raya","."],["Ramai","."]]})",
       "https://a.example/1", "Panen raya .\nRamai ."},
      {"a page that stands as the source",
       R"({"title":"Panen","text":"Panen raya.","source":"https://a.example/1"})",
       "https://a.example/1", "Panen raya."},
      {"what loads it", "window.Berita.bagian0 = [\n{\"isi\":\"Panen raya.\"}];\n", "",
       "Panen raya."},
      {"what is called with it", R"(panggil({"isi":"Panen raya."});)", "", "Panen raya."},
      {"GraphQL's edges", R"({"data":{"posts":{"edges":[{"node":{"isi":"Panen raya."}}]}}})", "",
       "Panen raya."},
      {"a list in a list of envelopes",
       R"({"db":[{"meta":{"version":"5"},"data":{"posts":[{"isi":"Panen raya."}]}}]})", "",
       "Panen raya."},
      {"a list that an article of a list has",
       R"({"items":[{"isi":"Panen raya.","items":[{"isi":"lain"}]}]})", "", "Panen raya."},
      {"what wrote it, before the rows",
       R"([{"type":"header","version":"5"},{"type":"table","data":[{"isi":"Panen raya."}]}])", "",
       "Panen raya."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.json", c.text);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].url == c.url);
    CHECK(read.articles[0].body == c.body);
    CHECK(!read.articles[0].date);
  }
}

TEST_CASE("json: what stands as the source of many identifies none of them") {
  const auto read = read_file("a.jsonl",
                              "{\"isi\":\"Satu.\",\"sumber\":\"https://a.example/arsip\"}\n"
                              "{\"isi\":\"Dua.\",\"sumber\":\"https://a.example/arsip\"}\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].id == "a.jsonl:1");
  CHECK(read.articles[1].id == "a.jsonl:2");
  CHECK(read.articles[0].source == "a");
}

TEST_CASE("json: of several sections the first that tells anything") {
  const auto section = [](const std::string& categories) {
    return read_file("a.json", "{\"isi\":\"Satu.\",\"kategori\":" + categories + "}")
        .articles[0]
        .section;
  };
  CHECK(section(R"(["Headline","Daerah","Jateng"])") == "Daerah");
  CHECK(section(R"([{"name":"Berita Utama"},{"name":"Ekonomi"}])") == "Ekonomi");
  CHECK(section(R"(["Headline"])") == "Headline");
  CHECK(section(R"("Hukum, Politik")") == "Hukum, Politik");
}

TEST_CASE("json: a page in a record is read as a page, where nothing else is the text") {
  const std::string page =
      "<html><head><title>Panen raya dimulai</title></head><body><h1>Panen raya "
      "dimulai</h1><p>Petani "
      "memanen padi lebih awal.</p><nav>Beranda</nav></body></html>";
  const auto read =
      read_file("a.jsonl", R"({"url":"https://a.example/1","raw_html":")" + page + "\"}\n" +
                               R"({"url":"https://a.example/2","text":"Banjir surut.","html":")" +
                               page + "\"}\n");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].title == "Panen raya dimulai");
  CHECK(read.articles[0].body == "Petani memanen padi lebih awal.");
  CHECK(read.articles[0].url == "https://a.example/1");
  CHECK(read.articles[1].body == "Banjir surut.");
  CHECK(read.articles[1].title.empty());
}
