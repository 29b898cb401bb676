// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

TEST_CASE("json: fields are known by Indonesian and English names") {
  struct Case {
    std::string why;
    const char* json;
    const char* title;
    const char* body;
  };
  const Case cases[] = {
      {"English", R"({"title":"Banjir","body":"Air naik."})", "Banjir", "Air naik."},
      {"Indonesian", R"({"judul":"Banjir","isi":"Air naik."})", "Banjir", "Air naik."},
      {"case and separators do not matter", R"({"Judul Berita":"Banjir","ISI_BERITA":"Air naik."})",
       "Banjir", "Air naik."},
      {"camel case", R"({"newsTitle":"Banjir","articleBody":"Air naik."})", "Banjir", "Air naik."},
      {"a longer name's last word", R"({"post_title":"Banjir","post_content":"Air naik."})",
       "Banjir", "Air naik."},
      {"the better name wins, in any order",
       R"({"text":"Ringkas.","title":"Banjir","body":"Air naik."})", "Banjir", "Air naik."},
      {"a number is a text", R"({"title":2019,"body":"Air naik."})", "2019", "Air naik."},
      {"paragraphs in an array", R"({"title":"Banjir","body":["Air naik.","Warga pergi."]})",
       "Banjir", "Air naik.\nWarga pergi."},
      {"text inside an object",
       R"({"title":{"rendered":"Banjir"},"content":{"rendered":"Air naik."}})", "Banjir",
       "Air naik."},
      {"markup in the text",
       R"({"title":"Banjir","body":"<p>Air <b>naik</b>.</p><p>Warga pergi.</p>"})", "Banjir",
       "Air naik.\nWarga pergi."},
      {"a title on two lines", R"({"title":" Banjir\n  lagi ","body":"Air naik."})", "Banjir lagi",
       "Air naik."},
      {"No Title is none", R"({"title":"No Title","body":"Air naik."})", "", "Air naik."},
      {"null is none", R"({"title":null,"body":"Air naik."})", "", "Air naik."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.jsonl", c.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == c.title);
    CHECK(read.articles[0].body == c.body);
  }
}

TEST_CASE("json: every field finds its place, and what is no field is kept") {
  const auto read = read_file(
      "a.jsonl",
      R"({"judul":"Banjir","isi":"Air naik.","tanggal":"Sabtu, 20 Jun 2026 14:45 WIB","penulis":["Ani","Budi"],)"
      R"("kanal":"daerah","sumber":"Kantor Kita","tautan":"https://contoh.id/1","jumlah":12345678901234567890123,)"
      R"("tag":["air","hujan"]})");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(to_iso(*article.date) == "2026-06-20T14:45:00+07:00");
  CHECK(article.author == "Ani, Budi");
  CHECK(article.section == "daerah");
  CHECK(article.source == "Kantor Kita");
  CHECK(article.url == "https://contoh.id/1");
  CHECK(article.id == "https://contoh.id/1");
  CHECK(article.locator == "a.jsonl:1");
  using Extra = std::vector<std::pair<std::string, std::string>>;
  CHECK(article.extra ==
        Extra{{"jumlah", "12345678901234567890123"}, {"tag", R"(["air","hujan"])"}});
}

TEST_CASE("json: one object, objects in a row and an array are cut alike") {
  struct Case {
    std::string why;
    std::string name;
    const char* text;
    std::vector<std::string> locators;
  };
  const Case cases[] = {
      {"lines", "a.jsonl", "{\"isi\":\"satu\"}\n\n{\"isi\":\"dua\"}\n", {"a.jsonl:1", "a.jsonl:3"}},
      {"CRLF and no last line feed",
       "a.jsonl",
       "{\"isi\":\"satu\"}\r\n{\"isi\":\"dua\"}",
       {"a.jsonl:1", "a.jsonl:2"}},
      {"one object over lines", "a.json", "{\n \"isi\": \"satu\"\n}\n", {"a.json:1"}},
      {"objects in a row",
       "a",
       "{\n \"isi\": \"satu\"\n}\n{\n \"isi\": \"dua\"\n}\n",
       {"a:1", "a:4"}},
      {"an array",
       "a.json",
       "[\n {\"isi\":\"satu\"},\n {\"isi\":\"dua\"}\n]\n",
       {"a.json:2", "a.json:3"}},
      {"an array on one line",
       "a.json",
       "[{\"isi\":\"satu\"},{\"isi\":\"dua\"}]",
       {"a.json:1", "a.json:1#2"}},
      {"brackets and quotes inside strings",
       "a.json",
       "[{\"isi\":\"}] \\\" [{\"},\n{\"isi\":\"\\\\\"}]",
       {"a.json:1", "a.json:2"}},
      {"content decides against the name", "a.txt", "{\"isi\":\"satu\"}\n", {"a.txt:1"}},
      {"a byte-order mark", "a.jsonl", "\xEF\xBB\xBF{\"isi\":\"satu\"}\n", {"a.jsonl:1"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file(c.name, c.text);
    CHECK(read.messages == std::vector<std::string>{});
    std::vector<std::string> locators;
    for (const Article& article : read.articles) locators.push_back(article.locator);
    CHECK(locators == c.locators);
  }
}

TEST_CASE("json: a bad record costs itself and is named by its line") {
  struct Case {
    std::string why;
    const char* line;
    const char* message;
  };
  const Case cases[] = {
      {"prose", "halo dunia", "not a JSON object: halo dunia"},
      {"an array", "[1,2]", "not a JSON object: [1,2]"},
      {"long prose is cut", "Empat puluh huruf lebih sedikit panjangnya teks ini",
       "not a JSON object: Empat puluh huruf lebih sedikit panjangn…"},
      {"an open string", R"({"isi":"dua})", "not valid JSON: a string has no closing quote"},
      {"an open object", R"({"isi":"dua")",
       "not valid JSON: a bracket, comma, colon or value is out of place"},
      {"two on a line", R"({"isi":"dua"} {"isi":"tiga"})",
       "not valid JSON: a bracket, comma, colon or value is out of place"},
      {"an escape that is none", R"({"title":"\q","body":"b"})",
       "not valid JSON: a string has a bad escape"},
      {"a malformed number", R"({"isi":"x","n":1x})", "not valid JSON: a number is malformed"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file(
        "a.jsonl", "{\"isi\":\"satu\"}\n" + std::string{c.line} + "\n{\"isi\":\"tiga\"}\n");
    CHECK(read.articles.size() == 2);
    CHECK(read.messages == std::vector<std::string>{"a.jsonl:2: error: " + std::string{c.message}});
  }
}

TEST_CASE("json: a record cut short costs itself, not those after it") {
  struct Case {
    const char* why;
    std::string cut;
    std::size_t articles;
  };
  const Case cases[] = {
      {"inside a text", R"({"id":"1","title":"Banjir di)", 2},
      {"inside a text, after a colon", R"({"id":"1","title":"Gubernur:)", 2},
      {"after a comma", R"({"id":"1",)", 2},
      {"after a value", R"({"id":1)", 2},
      {"after a name", R"({"id")", 2},
      {"inside an array", R"({"id":"1","tag":["air")", 2},
      {"an object within", R"({"id":"1","isi":{"a":"b"})", 2},
      {"and an empty line", "{\"id\":\"1\"\n", 2},
      {"no cut: a value on the next line", "{\"title\":\"Banjir\",\"isi\":\n{\"a\":\"b\"}}", 3},
      {"no cut: objects in an array at the margin",
       "{\"title\":\"Banjir\",\"tag\":[\n{\"a\":1},\n{\"a\":2}\n]}", 3},
      {"no cut: a bracket in a text", R"({"title":"Banjir {"})", 3},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.jsonl", c.cut + "\n{\"id\":\"2\",\"title\":\"Surut\"}\n" +
                                               R"({"id":"3","title":"Usai"})" + "\n");
    CHECK(read.articles.size() == c.articles);
    CHECK(read.messages.size() == 3 - c.articles);
  }
}

TEST_CASE("json: an article without text is passed over with a warning") {
  const auto read = read_file("a.jsonl", "{\"title\":\"-\",\"url\":\"https://contoh.id/1\"}\n");
  CHECK(read.articles.empty());
  CHECK(read.messages == std::vector<std::string>{"a.jsonl:1: warning: no title and no body"});
}

TEST_CASE("json: bytes that are no UTF-8 are read as Windows-1252, a NUL as a blank") {
  const auto read = read_file("a.jsonl", std::string_view{"{\"isi\":\"caf\xE9 ini\"}\n"});
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].body == "café ini");
  const auto nul = read_file("a.jsonl", R"({"isi":"air\u0000naik"})");
  REQUIRE(nul.articles.size() == 1);
  CHECK(nul.articles[0].body.find('\0') == std::string::npos);
}

TEST_CASE("json: --map takes keys and pointers, --set wins, --id chooses") {
  ReadOptions options;
  options.map = {{"title", "/data/judul"}, {"body", "naskah_final"}, {"author", "/data/oleh/1"}};
  options.set = {{"source", "kantor"}, {"batch", "7"}};
  options.identity = IdentityRule::field;
  options.identity_field = "kode";
  const auto read = read_file(
      "a.jsonl",
      R"({"data":{"judul":"Banjir","oleh":["x","Ani"]},"naskah_final":"Air naik.","sumber":"lain","kode":"K-7"})",
      options);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "Banjir");
  CHECK(read.articles[0].body == "Air naik.");
  CHECK(read.articles[0].author == "Ani");
  CHECK(read.articles[0].source == "kantor");
  CHECK(read.articles[0].id == "K-7");
  CHECK(read.articles[0].extra.back() == std::pair<std::string, std::string>{"batch", "7"});
}

TEST_CASE("json: a record over the limit costs itself, in lines and in an array") {
  ReadOptions options;
  options.max_record_bytes = 1000;
  const std::string big = "{\"isi\":\"" + std::string(3'000'000, 'a') + "\"}";
  const auto lines =
      read_file("a.jsonl", "{\"isi\":\"satu\"}\n" + big + "\n{\"isi\":\"tiga\"}\n", options);
  CHECK(lines.articles.size() == 2);
  CHECK(lines.messages == std::vector<std::string>{"a.jsonl:2: error: a record of more than 1000 "
                                                   "bytes | hint: --max-size takes larger ones"});
  const auto array =
      read_file("a.json", "[{\"isi\":\"satu\"},\n" + big + ",\n{\"isi\":\"tiga\"}]", options);
  CHECK(array.articles.size() == 2);
  CHECK(array.messages == std::vector<std::string>{"a.json:2: error: a record of more than 1000 "
                                                   "bytes | hint: --max-size takes larger ones"});
}

TEST_CASE("json: a body of 100 MB in one line is an article") {
  std::string line = "{\"judul\":\"Besar\",\"isi\":\"";
  while (line.size() < 100'000'000) line += "Air naik lagi di hulu. ";
  ReadOptions options;
  options.max_record_bytes = std::size_t{128} << 20;
  const auto read = read_file("a.jsonl", line + "\"}\n{\"isi\":\"dua\"}\n", options);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].body.size() > 99'000'000);
}

TEST_CASE("json: articles are found inside what answers of interfaces wrap around them") {
  struct Case {
    const char* why;
    const char* name;
    const char* json;
    std::vector<std::string> titles;
  };
  const Case cases[] = {
      {"a list beside the answer's own members",
       "a.json",
       R"({"status":"ok","total":2,"articles":[{"title":"Banjir","content":"Air."},
           {"title":"Gempa","content":"Guncang."}],"next":"x"})",
       {"Banjir", "Gempa"}},
      {"a JSON Feed, whose own title is none of an article",
       "feed.json",
       R"({"version":"1.1","title":"Kabar","items":[{"title":"Banjir","content_html":"<p>Air.</p>"}]})",
       {"Banjir"}},
      {"lists inside objects",
       "a.json",
       R"({"hits":{"total":1,"hits":[{"_id":"7","_source":{"title":"Banjir","content":"Air."}}]}})",
       {"Banjir"}},
      {"on lines of their own",
       "a.json",
       "{\n \"data\": [\n  {\"title\": \"Banjir\"},\n  {\"title\": \"Gempa\"}\n ],\n \"page\": "
       "{\"n\": 1}\n}\n",
       {"Banjir", "Gempa"}},
      {"an article's own parts are none",
       "a.json",
       R"({"title":"Banjir","body":"Air.","items":[{"title":"Foto","text":"Sungai."}]})",
       {"Banjir"}},
      {"pictures before the text are none",
       "a.json",
       R"({"images":[{"title":"Foto"}],"title":"Banjir","body":"Air."})",
       {"Banjir"}},
      {"answers on a line each, one of them without an article",
       "a.jsonl",
       "{\"page\":1,\"articles\":[{\"title\":\"Banjir\"},{\"title\":\"Gempa\"}],\"next\":2}\n"
       "{\"articles\":[{\"title\":\"Panen\"}]}\n"
       "{\"title\":\"Tanah\",\"body\":\"Longsor.\"}\n"
       "{\"articles\":[{\"title\":\"Hujan\"}],\"page\":{\"n\":4}}\n",
       {"Banjir", "Gempa", "Panen", "Tanah", "Hujan"}},
      {"answers on many lines each",
       "a.json",
       "{\n \"data\": [\n  {\"title\": \"Banjir\"}\n ]\n}\n{\n \"data\": [\n  {\"title\": "
       "\"Gempa\"}\n ]\n}\n",
       {"Banjir", "Gempa"}},
      {"an object around each article",
       "a.jsonl",
       "{\"_index\":\"i\",\"_source\":{\"title\":\"Banjir\",\"content\":\"Air.\"}}\n"
       "{\"id\":\"9\",\"type\":\"post\",\"attributes\":{\"title\":\"Gempa\",\"body\":\"Guncang.\"}}"
       "\n",
       {"Banjir", "Gempa"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file(c.name, c.json);
    std::vector<std::string> titles;
    for (const Article& article : read.articles) titles.push_back(article.title);
    CHECK(titles == c.titles);
    CHECK(read.messages.empty());
  }
}

TEST_CASE("json: a wrapped list that is cut short says so") {
  const auto read =
      read_file("a.json", R"({"articles":[{"title":"Banjir","content":"Air."},{"title":"Gem)");
  CHECK(read.articles.size() == 1);
  REQUIRE(read.messages.size() == 1);
  CHECK(read.messages[0] == "a.json:1: error: the input ends inside this record");
}

TEST_CASE("json: texts that come in pieces or were cut by their units") {
  const auto read = read_file(
      "a.jsonl",
      R"({"title":"Pecahan","paragraphs":[[["Jakarta",",","Selasa"],["Air","naik","."]],[["Warga","pergi","."]]]})"
      "\n"
      R"({"title":"Emoji \ud83d","content":"Utuh \ud83d\ude00 dan \\ud83d."})"
      "\n"
      R"({"title":"Ekspor","isi":"Air.","tanggal":{"$date":{"$numberLong":"1556161920000"}}})");
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[0].body == "Jakarta , Selasa Air naik .\nWarga pergi .");
  CHECK(read.articles[1].title == "Emoji \uFFFD");
  CHECK(read.articles[1].body == "Utuh \U0001F600 dan \\ud83d.");
  REQUIRE(read.articles[2].date);
  CHECK(to_iso(*read.articles[2].date) == "2019-04-25T10:12:00+07:00");
}

TEST_CASE("json: what programs write more liberally than the grammar is read") {
  struct Case {
    std::string why;
    const char* json;
  };
  const Case cases[] = {
      {"commas before brackets", R"([{"judul":"Banjir","isi":"Air naik, [lagi].","a":[1,],},])"},
      {"Python's numbers that are none",
       R"([{"judul":"Banjir","isi":"Air naik, [lagi].","n":NaN}])"},
      {"Python's constants", R"({"judul":"Banjir","isi":"Air naik, [lagi].","a":None,"b":True})"},
      {"a sequence of RFC 7464", "\x1E{\"judul\":\"Banjir\",\"isi\":\"Air naik, [lagi].\"}\n"},
      {"inside an object of any name",
       R"({"berita":{"judul":"Banjir","isi":"Air naik, [lagi]."}})"},
      {"newspapers' own names",
       R"({"title":"Banjir","description":"Ringkas.","maintext":"Air naik, [lagi].","title_page":1})"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.json", c.json);
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Banjir");
    CHECK(read.articles[0].body == "Air naik, [lagi].");
  }
}

TEST_CASE("json: lists of lists, and articles as members of an object") {
  struct Case {
    std::string why;
    const char* json;
  };
  const Case cases[] = {
      {"pages in a list, on one line",
       R"([{"page":1,"articles":[{"judul":"a"},{"judul":"b"}],"meta":{"x":{}}},{"articles":[{"judul":"c"}]}])"},
      {"pages in a list, by lines",
       "[\n{\"page\":1,\n\"articles\":[{\"judul\":\"a\"},\n{\"judul\":\"b\"}]},\n{\"page\":2,"
       "\"articles\":[{\"judul\":\"c\"}]}\n]"},
      {"by their keys", R"({"k1": {"judul":"a"}, "k2": {"judul":"b"}, "k\"3": {"judul":"c"}})"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.json", c.json);
    CHECK(read.messages.empty());
    REQUIRE(read.articles.size() == 3);
    CHECK(read.articles[0].title == "a");
    CHECK(read.articles[2].title == "c");
  }
  const auto columns =
      read_file("a.json", R"({"title":{"0":"a","1":"b"},"body":{"0":"x","1":"y"}})");
  CHECK(columns.messages ==
        std::vector<std::string>{
            "a.json:1: error: a table by its columns, not a list of articles | hint: pandas writes "
            "one by to_json(orient='records', lines=True)"});
}
