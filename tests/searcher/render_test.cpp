// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render.hpp"

#include <doctest/doctest.h>

#include "lib/test_index.hpp"
#include "search/article_fields.hpp"
#include "text/code_point.hpp"

using namespace kliping;
using namespace kliping::searcher;

namespace {

ExplainedHit full_hit() {
  ExplainedHit hit{{.rank = 1, .score = 17.41234}};
  hit.article = kliping::test::make_article("a\tb", "Kata, \"kata\"", "Isi");
  hit.article.date = Date{1'556'161'920, 420, Date::Precision::second};
  hit.article.source = "kompas";
  hit.article.locator = "a.csv:2";
  hit.article.extra = {{"views", "12"}};
  hit.extract.title.text = hit.article.title;
  hit.extract.snippet = {"é banjir", {{3, 9}}};
  hit.extract.matched = {"banjir"};
  return hit;
}

}  // namespace

TEST_CASE("render: JSON Lines, schema 1") {
  CHECK(
      json_renderer(Format::jsonl, {})->hit(full_hit()) ==
      R"({"type":"hit","schema":1,"rank":1,"score":17.4123,"id":"a\tb","locator":"a.csv:2",)"
      R"("url":null,"title":"Kata, \"kata\"","date":"2019-04-25T10:12:00+07:00","source":"kompas",)"
      R"("section":null,"author":null,"snippet":"é banjir","highlights":[[2,8]],)"
      R"("duplicates":0,"matched":["banjir"],"duplicate_ids":[]})"
      "\n");
}

TEST_CASE("render: a JSON array is one document, also when empty") {
  const auto renderer = json_renderer(Format::json, {"id"});
  std::string text = renderer->begin();
  text += renderer->hit(full_hit());
  text += renderer->hit(full_hit());
  text += renderer->end();
  CHECK(text ==
        "[\n{\"type\":\"hit\",\"schema\":1,\"id\":\"a\\tb\"},\n"
        "{\"type\":\"hit\",\"schema\":1,\"id\":\"a\\tb\"}\n]\n");
  const auto empty = json_renderer(Format::json, {});
  CHECK(empty->begin() + empty->end() == "[\n]\n");
}

TEST_CASE("render: a damaged text is still JSON") {
  ExplainedHit hit = full_hit();
  hit.article.title = "a\xff";
  CHECK(json_renderer(Format::jsonl, {"title"})->hit(hit).find("a\xEF\xBF\xBD") !=
        std::string::npos);
}

TEST_CASE("render: tables escape what would break them") {
  CHECK(table_renderer(Format::tsv, {})->hit(full_hit()) ==
        "1\t17.4123\ta\\tb\t2019-04-25T10:12:00+07:00\tkompas\tKata, \"kata\"\ta.csv:2\n");
  const auto csv = table_renderer(Format::csv, {"title", "views", "none"});
  CHECK(csv->begin() + csv->hit(full_hit()) == "title,views,none\n\"Kata, \"\"kata\"\"\",12,\n");
}

TEST_CASE("render: text for a pipe and for a terminal") {
  CHECK(text_renderer({})->hit(full_hit()) ==
        "1. Kata, \"kata\"\n   2019-04-25 · kompas\n   a.csv:2\n   é banjir\n");
  CHECK(text_renderer({Colors::on, 10})
            ->hit(full_hit())
            .ends_with("   é\n   \x1b[1;31mbanjir\x1b[0m\n"));
  ExplainedHit untitled = full_hit();
  untitled.extract.title = {};
  CHECK(text_renderer({})->hit(untitled).starts_with("1. Isi\n"));
}

TEST_CASE("render: titles and snippets are never wider than the terminal") {
  ExplainedHit hit = full_hit();
  hit.extract.title.text = "Banjir merendam pasar lama kota sejak dini hari";
  hit.extract.snippet = {"Para pedagang memindahkan barang ke tempat yang lebih 日本 tinggi.",
                         {{5, 13}}};
  for (const int width : {24, 40, 80, 200}) {
    for (const Colors colors : {Colors::off, Colors::on}) {
      CAPTURE(width);
      std::string text = text_renderer({colors, width})->hit(hit);
      for (std::size_t at; (at = text.find('\x1b')) != std::string::npos;)
        text.erase(at, text.find('m', at) - at + 1);
      std::size_t lines = 0;
      for (std::size_t begin = 0; begin < text.size(); ++lines) {
        const std::size_t end = text.find('\n', begin);
        const std::string line = text.substr(begin, end - begin);
        CAPTURE(line);
        CHECK(utf8::columns(line) <= width);
        begin = end + 1;
      }
      // Title, facts, locator, snippet: whole lines where there is room for them.
      CHECK((lines == 4) == (width >= 80));
    }
  }
}

TEST_CASE("render: nothing of an article reaches a terminal as a command") {
  ExplainedHit hit = full_hit();
  hit.article.source = "a\x1b]0;x\x07\u202E";
  hit.article.locator = "a\x1b[2J\nb";
  const std::string text = text_renderer({})->hit(hit);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("a[2J b") != std::string::npos);
}

TEST_CASE("render: TREC lines have six columns whatever the identity") {
  std::string lines;
  add_trec_line(lines, "q1", "a b\tc", 3, 1.5, "tag");
  add_trec_line(lines, "q1", "d", 40, 21.0307, "tag");
  CHECK(lines == "q1 Q0 a%20b%09c 3 1.500000 tag\nq1 Q0 d 40 21.030700 tag\n");
}

TEST_CASE("render: a shown article is its fields, an empty line, its body") {
  const std::string text = show_text({full_hit().article, {}}, {});
  CHECK(text.starts_with("id: a\tb\ntitle: Kata, \"kata\"\ndate: 2019-04-25T10:12:00+07:00\n"));
  CHECK(text.ends_with("views: 12\n\nIsi\n"));
}

TEST_CASE("render: counts are columns in a pipe, bars and a timeline on a terminal") {
  const Facet sources{FacetField::source, {{"kompas", 30}, {"a\x1b[2J", 3}, {"", 1}}, 2, 5};
  CHECK(facet_text(sources, {}) ==
        "source\n  kompas  30\n  a[2J     3\n  (none)   1\n  … 2 more, with 5 articles\n");
  const std::string bars = facet_text(sources, {Colors::off, 30});
  CHECK(bars.find("  kompas  ████████████████  30\n") != std::string::npos);
  CHECK(bars.find("  (none)  ▌                  1\n") != std::string::npos);

  const Facet months{FacetField::month, {{"2019-01", 8}, {"2019-03", 1}, {"2021-12", 4}}, 0, 0};
  const std::string drawn = facet_text(months, {Colors::off, 40});
  CHECK(drawn ==
        "month\n"
        "        J F M A M J J A S O N D\n"
        "  2019  █ · ▁ · · · · · · · · ·  9\n"
        "  2020  · · · · · · · · · · · ·  0\n"
        "  2021  · · · · · · · · · · · ▄  4\n");
  for (const int width : {30, 60, 80, 200}) {
    for (const Facet& facet : {sources, months}) {
      const std::string text = facet_text(facet, {Colors::off, width});
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        CHECK(utf8::columns(text.substr(begin, end - begin)) <= width);
        begin = end + 1;
      }
    }
  }
}

TEST_CASE("render: records on a terminal keep their meaning and lose their controls") {
  CHECK(harmless("a\tb\x1b[2J\xC2\x9B\n", Escape::question_mark) == "a\tb?[2J?\n");
  CHECK(harmless("{\"a\":\"\xE2\x80\xAE\x7f\"}\n", Escape::json) == "{\"a\":\"\\u202e\\u007f\"}\n");
}

TEST_CASE("render: a link goes to a web page, and into each line of a title") {
  const TextStyle style{Colors::off, 80, Hyperlinks::on};
  CHECK(linked(style, "Kata\n   dua", "https://a/b c", 3) ==
        "\x1b]8;;https://a/b%20c\x1b\\Kata\x1b]8;;\x1b\\\n   "
        "\x1b]8;;https://a/b%20c\x1b\\dua\x1b]8;;\x1b\\");
  for (const char* const none : {"", "javascript:x", "file:///etc/passwd", "berita.jsonl:1"})
    CHECK(linked(style, "Kata", none, 0) == "Kata");
}

TEST_CASE("fields: the file that holds an article") {
  struct Case {
    const char* why;
    const char* locator;
    const char* file;
  };
  const Case cases[] = {
      {"a record has a line", "arsip/berita.jsonl:42", "arsip/berita.jsonl"},
      {"the second record of a line", "arsip/berita.json:1#2", "arsip/berita.json"},
      {"a record of a crawl has an offset", "warta.warc.gz@17628", "warta.warc.gz"},
      {"a member is inside its archive", "2019.zip!04.tar.zst!kompas/3812.html", "2019.zip"},
      {"a member has records, too", "2019.zip!april.csv:7", "2019.zip"},
      {"a headline's exclamation is no archive", "arsip/Awas! Banjir Datang.html",
       "arsip/Awas! Banjir Datang.html"},
      {"nor at the end of a name", "arsip/Banjir!.html", "arsip/Banjir!.html"},
      {"nor in a name that has no ending before it", "arsip/Awas!Banjir", "arsip/Awas!Banjir"},
      {"an archive's own name may hold one", "Banjir!.zip!a.txt", "Banjir!.zip"},
      {"a pipe is no file", "-:3", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(file_of(c.locator) == c.file);
  }
}
