// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "lib/test_index.hpp"
#include "search/passages.hpp"
#include "text/utf8.hpp"

using namespace kliping;
using kliping::test::make_article;

namespace {

/// The text with its highlights in square brackets.
std::string drawn(const MarkedText& marked) {
  std::string out;
  std::size_t at = 0;
  for (const Span& span : marked.highlights) {
    out += marked.text.substr(at, span.begin - at) + '[' + std::string{span.of(marked.text)} + ']';
    at = span.end;
  }
  return out + marked.text.substr(at);
}

std::string snippet(const char* query, std::string body, std::size_t length = 200) {
  const BuiltQuery built =
      QueryBuilder(Forms::all).build(parse_query(query, kliping::test::today), Operator::all);
  return drawn(
      SnippetMaker(built.wanted, length).extract(make_article("", "", std::move(body))).snippet);
}

std::string drawn_sentences(std::string_view text) {
  std::string out;
  for (const Span& span : sentences(text, {})) out += '<' + std::string{span.of(text)} + '>';
  return out;
}

}  // namespace

TEST_CASE("snippet: whole surface words are lit, whatever their form") {
  CHECK(snippet("dalam", "Mereka memperdalam hubungan.") == "Mereka [memperdalam] hubungan.");
  CHECK(snippet("=dalam", "Mereka memperdalam hubungan di dalam.") ==
        "Mereka memperdalam hubungan di [dalam].");
  CHECK(snippet("tangg*", "Tanggul di pinggir tangga rumah.") ==
        "[Tanggul] di pinggir [tangga] rumah.");
  CHECK(snippet("korea utara", "Pemimpin Korea Utara datang.") == "Pemimpin [Korea Utara] datang.");
  CHECK(snippet("\"korea utara\"", "Dari utara, Korea Utara.") == "Dari utara, [Korea Utara].");
  CHECK(snippet("banjir -hujan", "Hujan membawa banjir.") == "Hujan membawa [banjir].");
}

TEST_CASE("snippet: the sentence that answers most is shown") {
  const std::string body =
      "Sidang dibuka pukul sembilan di ruang utama gedung itu. Hujan turun. Para saksi hadir "
      "semua. "
      "Banjir merendam pasar lama kota. Kuasa hukum meminta waktu lagi kepada majelis.";
  CHECK(snippet("banjir pasar", body, 40) == "[Banjir] merendam [pasar] lama kota.");
}

TEST_CASE("snippet: passages apart are joined by an ellipsis") {
  const std::string filler(
      "Acara itu berlangsung sampai sore dan dihadiri banyak tamu dari berbagai daerah. ");
  const std::string body = "Banjir datang malam hari. " + filler + filler + "Pasar tutup dua hari.";
  CHECK(snippet("banjir pasar", body, 100)
            .starts_with("[Banjir] datang malam hari. … [Pasar] tutup"));
}

TEST_CASE("snippet: a long sentence is cut at words around what was found") {
  std::string body = "Rombongan";
  for (int i = 0; i < 60; ++i) body += " berjalan";
  body += " menuju banjir";
  for (int i = 0; i < 60; ++i) body += " berlari";
  const std::string text = snippet("banjir", body, 60);
  CAPTURE(text);
  CHECK(text.find("menuju [banjir] berlari") != std::string::npos);
  CHECK(text.starts_with("… berjalan "));
  CHECK(text.ends_with(" berlari …"));
}

TEST_CASE("snippet: nothing found shows the beginning; no body shows nothing") {
  CHECK(snippet("zzz", "Awal berita. Lalu lanjut.") == "Awal berita. Lalu lanjut.");
  CHECK(snippet("zzz", "") == "");
  CHECK(snippet("banjir", "Banjir.", 0) == "");
}

TEST_CASE("snippet: one line, no control characters") {
  CHECK(snippet("banjir", "Satu\t\n  dua \u00A0banjir\u001b[31m tiga\u202Eempat", 200) ==
        "dua [banjir][31m tigaempat");
}

TEST_CASE("snippet: a space of no width parts nothing") {
  CHECK(snippet("jakarta", "Di Ja\u200Bkarta\uFEFF, hujan.") == "Di [Jakarta], hujan.");
}

TEST_CASE("snippet: what furniture parted from its sentence is not shown alone") {
  const char* body =
      "SURABAYA, KOMPAS.com - Warga bantaran kali mengungsi sejak malam. Air belum surut.";
  CHECK(snippet("surabaya", body) ==
        "[SURABAYA], … Warga bantaran kali mengungsi sejak malam. Air belum surut.");
  CHECK(snippet("penyu", body) ==
        "SURABAYA, … Warga bantaran kali mengungsi sejak malam. Air belum surut.");
  CHECK(snippet("surabaya", body, 49) == "[SURABAYA], … Warga bantaran kali mengungsi sejak …");
  CHECK(snippet("surabaya", "SURABAYA, KOMPAS.com -") == "[SURABAYA],");
}

TEST_CASE("snippet: furniture is not shown") {
  const std::string text =
      snippet("banjir", "Banjir surut.\nBACA JUGA: Harga Cabai Naik\nWarga pulang.");
  CHECK(text.find("BACA") == std::string::npos);
}

TEST_CASE("sentences: stops that end one and stops that do not") {
  CHECK(drawn_sentences("Satu. Dua! Tiga?") == "<Satu.><Dua!><Tiga?>");
  CHECK(drawn_sentences("Kata Dr. Ani di Jl. Mawar No. 5. Lalu.") ==
        "<Kata Dr. Ani di Jl. Mawar No. 5.><Lalu.>");
  CHECK(drawn_sentences("Rp1.500 dan A. B. Yusuf. \"Ya.\" Lalu") ==
        "<Rp1.500 dan A. B. Yusuf.><\"Ya.\"><Lalu>");
  CHECK(drawn_sentences("Jalan banjir.Warga pulang. Ke kompas.com dan A.B. Rp1.Dua") ==
        "<Jalan banjir.><Warga pulang.><Ke kompas.com dan A.B. Rp1.Dua>");
  CHECK(drawn_sentences("![Banjir di Demak. Surut.") == "<Banjir di Demak.><Surut.>");
  CHECK(drawn_sentences("baris\nbaris") == "<baris><baris>");
  CHECK(drawn_sentences("- Banjir. ** - Surut. \" Lalu.\" (Ya.) \"Ya.\"") ==
        "<Banjir.><Surut.><Lalu.\"><(Ya.)><\"Ya.\">");
  CHECK(drawn_sentences("-5 derajat. –Hujan. *tebal* reda. ***") ==
        "<-5 derajat.><Hujan.><tebal* reda.>");
  CHECK(drawn_sentences(std::string(100'000, '.')).size() > 100'000);
}

TEST_CASE("head: the first words stand in for a title") {
  CHECK(head_of("Satu dua tiga empat.", 100) == "Satu dua tiga empat.");
  CHECK(head_of("Satu dua tiga empat lima.", 10) == "Satu dua …");
  CHECK(head_of("", 10) == "");
}

TEST_CASE("snippet: no word is cut, whatever the length") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed ", seed);
  std::mt19937 random(seed);
  const std::string_view words[] = {
      "banjir",           "membanjiri",         "kécil",  "undang-undang", "👩‍🚒",
      "日本語",           "Rp1.500.000",        "pasar.", "(28/3)",        "di",
      "\u201Ckata\u201D", "pertanggungjawaban,"};
  const BuiltQuery built =
      QueryBuilder(Forms::all)
          .build(parse_query("banjir pasar \"di banjir\"", kliping::test::today), Operator::all);
  for (int round = 0; round < 2'000; ++round) {
    std::string body = " ";
    for (auto n = random() % 60; n > 0; --n) {
      body += words[random() % std::size(words)];
      body += random() % 5 == 0 ? " " : " ";
    }
    const std::size_t length = 1 + random() % 80;
    const std::string text =
        SnippetMaker(built.wanted, length).extract(make_article("", "", body)).snippet.text;
    for (std::size_t at = body.find(" "); at != std::string::npos; at = body.find(" ")) {
      body.replace(at, 2, " ");
    }
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      CAPTURE(text);
      CAPTURE(word);
      CHECK((word == "…" || body.find(" " + word + " ") != std::string::npos));
    }
  }
}

TEST_CASE("snippet: highlights stay inside, ascend and cover no space at their ends") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed ", seed);
  std::mt19937 random(seed);
  const std::string_view parts[] = {"banjir", "pasar",       "membanjiri", " ",   " ",      ". ",
                                    "\n",     "-",           "é",          "😀",   "\u00A0", "\x80",
                                    "\u0301", "BACA JUGA: ", "\u202E",     "日本"};
  const BuiltQuery built =
      QueryBuilder(Forms::all)
          .build(parse_query("banjir pasar \"pasar banjir\"", kliping::test::today), Operator::all);
  for (int round = 0; round < 3'000; ++round) {
    std::string body;
    for (auto n = random() % 80; n > 0; --n) body += parts[random() % std::size(parts)];
    const std::size_t length = random() % 60;
    const MarkedText text =
        SnippetMaker(built.wanted, length).extract(make_article("", "", body)).snippet;
    CAPTURE(body);
    CAPTURE(length);
    CAPTURE(text.text);
    // Three ellipses with a space on either side come on top, and the rest of a word each.
    CHECK(utf8::length(text.text) <= length + 12 + 3 * 60);
    std::uint32_t last = 0;
    for (const Span& span : text.highlights) {
      CHECK(span.begin >= last);
      CHECK(span.end > span.begin);
      REQUIRE(span.end <= text.text.size());
      CHECK(text.text[span.begin] != ' ');
      CHECK(text.text[span.end - 1] != ' ');
      last = span.end;
    }
  }
}
