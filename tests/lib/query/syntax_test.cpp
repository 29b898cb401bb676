// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/syntax.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>

#include "kliping/error.hpp"
#include "lib/test_index.hpp"
#include "text/code_point.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  const char* query;
  const char* tree;
};

struct Fault {
  const char* why;
  const char* query;
  const char* message;
};

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("syntax: what operators mean") {
  const Case cases[] = {
      {"words side by side", "korea utara", "(korea utara)"},
      {"one word", "korea", "korea"},
      {"a phrase", "\"korea utara\" rusia", "(\"korea utara\" rusia)"},
      {"curly quotes", "“korea utara”", "\"korea utara\""},
      {"a curly quote closed by a straight one", "“korea utara\"", "\"korea utara\""},
      {"exclusion", "korea -selatan", "(korea -selatan)"},
      {"an excluded phrase", "korea -\"piala dunia\"", "(korea -\"piala dunia\")"},
      {"requirement", "+korea utara", "(+korea utara)"},
      {"the form itself", "=memperdalam", "=memperdalam"},
      {"an excluded form", "dalam -=mendalam", "(dalam -=mendalam)"},
      {"any ending", "korup*", "korup*"},
      {"two letters and any ending; what it costs is seen later", "ko*", "ko*"},
      {"any ending, form itself", "=korup*", "korup*"},
      {"any beginning", "*bumi", "*bumi"},
      {"any letters inside", "ke*an", "ke*an"},
      {"any letter", "k?ta", "k?ta"},
      {"a pattern with a full stop after it", "lihat k?ta.", "(lihat k?ta)"},
      {"nearly that spelling: one edit in a short word", "gempa~", "gempa~1"},
      {"nearly that spelling: two in a long one", "Jokowidodo~", "Jokowidodo~2"},
      {"so many edits", "gempa~2", "gempa~2"},
      {"a pattern in a title", "judul:*bumi", "title:*bumi"},
      {"words in between", "\"a b\"~3 c", "(\"a b\"~3 c)"},
      {"words in between, in a title", "judul:\"a b\"~3", "title:\"a b\"~3"},
      {"none in between", "\"a b\"~0", "\"a b\""},
      {"close to one another", "a DEKAT/5 b c", "((a NEAR/5 b) c)"},
      {"close, in English", "=a NEAR/2 b", "(=a NEAR/2 b)"},
      {"not close", "c -(a NEAR/2 b)", "(c -(a NEAR/2 b))"},
      {"OR binds loosest", "a b OR c d", "((a b) | (c d))"},
      {"AND binds closer than standing side by side", "a b AND c", "(a (b & c))"},
      {"Indonesian operators", "a ATAU b DAN c BUKAN d", "(a | ((b & c) -d))"},
      {"brackets", "(a OR b) c", "((a | b) c)"},
      {"NOT twice is nothing", "NOT NOT a", "a"},
      {"AND NOT", "a AND NOT b", "(a & -b)"},
      {"an excluded bracket", "a -(b OR c)", "(a -(b | c))"},
      {"title, Indonesian and English", "judul:korea title:utara", "(title:korea title:utara)"},
      {"title of a phrase", "judul:\"korea utara\"", "title:\"korea utara\""},
      {"title of a bracket", "judul:(a OR b) c", "((title:a | title:b) c)"},
      {"title twice over", "judul:judul:a", "title:a"},
      {"body, Indonesian and English", "isi:korea body:utara", "(body:korea body:utara)"},
      {"body of a phrase and of a pattern", "isi:\"a b\"~2 isi:*bumi",
       "(body:\"a b\"~2 body:*bumi)"},
      {"body of a bracket, a title in it", "isi:(a OR judul:b)", "(body:a | title:b)"},
      {"of several the last one counts", "judul:isi:a", "body:a"},
      {"a short word is no misspelt isi", "Misi:Rahasia", "Misi:Rahasia"},
      {"a percent sign behind a space", "naik 5 % lagi", "(naik 5 % lagi)"},
      {"an excluded title word", "-judul:bola", "-title:bola"},
      {"a filter", "sumber:kompas korea", "(source:[kompas] korea)"},
      {"a quoted filter value", "rubrik:\"olah raga\"", "section:[olah raga]"},
      {"a filter in brackets", "(sumber:a OR sumber:b)", "(source:[a] | source:[b])"},
      {"an identity with brackets", "id:a(1)", "id:[a(1)]"},
      {"an article's address", "url:a.com/b*", "url:[a.com/b*]"},
      {"an address alone", "https://example.com/a?b=(c)", "url:[https://example.com/a?b=(c)]"},
      {"an address with what stood around it", "<http://example.com/a>,",
       "url:[http://example.com/a]"},
      {"an address in quotes", "“https://example.com/a”", "url:[https://example.com/a]"},
      {"a site's address", "https://example.com", "url:[https://example.com]"},
      {"an address without a scheme", "example.com/a/b-1", "url:[example.com/a/b-1]"},
      {"a year", "tanggal:2019", "date:[2019-01-01..2019-12-31]"},
      {"months", "date:2019-04..2019-06", "date:[2019-04-01..2019-06-31]"},
      {"open to the left", "tanggal:..2019", "date:[..2019-12-31]"},
      {"open to the right", "tanggal:2019-04..", "date:[2019-04-01..]"},
      {"yesterday", "tanggal:kemarin", "date:[2019-04-24..2019-04-24]"},
      {"in quotes, with a space", "date:\"last week\"", "date:[2019-04-15..2019-04-21]"},
      {"the last three months", "gempa tanggal:3-bulan..", "(gempa date:[2019-01-25..])"},
      {"no word at all", "  ", "()"},
      {"a field's name in any case", "Judul:korea", "title:korea"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(draw(parse_query(c.query, kliping::test::today)) == c.tree);
  }
}

TEST_CASE("syntax: prose is words") {
  const Case cases[] = {
      {"operators in lower case", "suka dan duka atau bukan", "(suka dan duka atau bukan)"},
      {"a date in brackets", "Kamis (28/3).", "(Kamis 28/3 .)"},
      {"a colon before a space", "KPK: Kami Siap", "(KPK: Kami Siap)"},
      {"a field's name before a space", "Judul: Korea", "(Judul: Korea)"},
      {"a colon at the end", "Baca juga:", "(Baca juga:)"},
      {"a time", "pukul 19:30 WIB", "(pukul 19:30 WIB)"},
      {"a score", "menang 3:1", "(menang 3:1)"},
      {"a glued headline", "KPK:Tersangka Baru", "(KPK:Tersangka Baru)"},
      {"an address beside a word", "cek https://example.com/a?b=(c)",
       "(cek https://example.com/a?b=(c))"},
      {"an address in brackets", "baca (http://example.com)", "(baca http://example.com)"},
      {"slashes of prose", "5.000/kg/hari", "5.000/kg/hari"},
      {"a slash and a full stop", "dan/atau", "dan/atau"},
      {"a dash between spaces", "Jakarta - Presiden", "(Jakarta - Presiden)"},
      {"two hyphens for a dash", "Jakarta --Presiden", "(Jakarta --Presiden)"},
      {"an en dash", "Jakarta –Presiden", "(Jakarta –Presiden)"},
      {"a hyphen inside", "Rusia-Korut 2019-2020", "(Rusia-Korut 2019-2020)"},
      {"a plus at the end", "belajar C++", "(belajar C++)"},
      {"an equation", "E=mc2 dan a = b", "(E=mc2 dan a = b)"},
      {"inches", "layar 32\" murah", "(layar 32\" murah)"},
      {"single quotes", "'Hantu' Jum'at", "('Hantu' Jum'at)"},
      {"a quoted headline", "\"Kami siap,\" kata Putin", "(\"Kami siap,\" kata Putin)"},
      {"list marks", "1) beras a) gula", "(1 beras a gula)"},
      {"faces", "lucu :) sedih :(", "(lucu :) sedih :()"},
      {"emoji", "😀 lucu", "(😀 lucu)"},
      {"an empty bracket", "korea () utara", "(korea utara)"},
      {"asterisks", "**JAKARTA** bintang 5*", "(**JAKARTA** bintang 5*)"},
      {"a footnote's star", "Rp5.000* per kilogram", "(Rp5.000* per kilogram)"},
      {"a question", "Siapa dia?", "(Siapa dia?)"},
      {"a question in quotes", "\"Apa kabar?\" katanya", "(\"Apa kabar?\" katanya)"},
      {"two questions glued", "Benarkah?Ini Faktanya", "(Benarkah?Ini Faktanya)"},
      {"many question marks", "masa??? apa?!", "(masa??? apa?!)"},
      {"a hyphenated word between stars", "*anak-anak*", "*anak-anak*"},
      {"about so many", "~5 km, 5~10 hari, a ~ b", "(~5 km, 5~10 hari, a ~ b)"},
      {"a headline in capitals", "RUMAH DEKAT SEKOLAH", "(RUMAH DEKAT SEKOLAH)"},
      {"a slash between capitals", "DEKAT/JAUH", "DEKAT/JAUH"},
      {"a tilde after a quote", "\"halo\"~kata", "(\"halo\" ~kata)"},
      {"no-break spaces", "korea\u00A0utara", "(korea utara)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(draw(parse_query(c.query, kliping::test::today)) == c.tree);
  }
}

TEST_CASE("syntax: a fault shows the spot") {
  const Fault faults[] = {
      {"a quote stays open", "korea \"utara", "this quote stays open\n  korea \"utara\n        ^"},
      {"a bracket stays open", "(korea", "this bracket stays open\n  (korea\n  ^"},
      {"a bracket closes nothing", "korea)", "this bracket closes nothing\n  korea)\n       ^"},
      {"nothing after", "bola AND", "nothing stands after AND\n  bola AND\n       ^^^"},
      {"nothing before", "OR bola", "nothing stands before OR\n  OR bola\n  ^^"},
      {"two operators", "a OR OR b", "nothing stands after OR\n  a OR OR b\n    ^^"},
      {"nothing inside", "(a OR) b", "nothing stands after OR\n  (a OR) b\n     ^^"},
      {"a misspelt field", "judl:korea", "there is no field \"judl\"\n  judl:korea\n  ^^^^^"},
      {"a misspelt field with a capital", "Judl:korea",
       "there is no field \"Judl\"\n  Judl:korea\n  ^^^^^"},
      {"an unknown field", "a penerbit:x",
       "there is no field \"penerbit\"\n  a penerbit:x\n    ^^^^^^^^^"},
      {"no date", "tanggal:2019-13", "this is no date\n  tanggal:2019-13\n          ^^^^^^^"},
      {"a range that ends first", "tanggal:2020..2019",
       "this range ends before it begins\n  tanggal:2020..2019\n          ^^^^^^^^^^"},
      {"a pattern for a whole value", "sumber:kom*",
       "this field takes a whole value\n  sumber:kom*\n         ^^^^"},
      {"a spelling for a whole value", "penulis:budi~",
       "this field takes a whole value\n  penulis:budi~\n          ^^^^^"},
      {"a minus behind the colon", "a judul:-hamil",
       "no sign stands behind a field's colon\n  a judul:-hamil\n          ^"},
      {"a comparison of dates", "tanggal:>2019",
       "dates are compared by ranges\n  tanggal:>2019\n          ^"},
      {"any value", "sumber:*", "no value stands behind the colon\n  sumber:*\n         ^"},
      {"one letter and any others", "a*", "too few letters to stand for other words\n  a*\n  ^^"},
      {"nearly two letters", "di~", "too few letters to stand for other words\n  di~\n  ^^^"},
      {"too far", "gempa~5", "~ takes 1 or 2\n  gempa~5\n  ^^^^^^^"},
      {"a pattern with a hyphen", "dua anak-an*",
       "* and ? stand for letters of one word\n  dua anak-an*\n      ^^^^^^^^"},
      {"a pattern inside quotes", "\"kerja sam*\"",
       "no *, ? or ~ inside quotes\n  \"kerja sam*\"\n         ^^^^"},
      {"no number of words", "\"a b\"~",
       "a number from 0 to 100 belongs here\n  \"a b\"~\n       ^"},
      {"too many words in between", "\"a b\"~101",
       "a number from 0 to 100 belongs here\n  \"a b\"~101\n       ^^^^"},
      {"no distance", "a DEKAT/ b",
       "a number from 1 to 100 belongs here\n  a DEKAT/ b\n    ^^^^^^"},
      {"a distance of none", "a DEKAT/0 b",
       "a number from 1 to 100 belongs here\n  a DEKAT/0 b\n    ^^^^^^^"},
      {"nothing to be close to", "a DEKAT/5",
       "nothing stands after DEKAT/5\n  a DEKAT/5\n    ^^^^^^^"},
      {"nothing that is close", "NEAR/5 b", "nothing stands before NEAR/5\n  NEAR/5 b\n  ^^^^^^"},
      {"close to a phrase", "a DEKAT/5 \"b c\"",
       "DEKAT/5 stands between two words\n  a DEKAT/5 \"b c\"\n    ^^^^^^^"},
      {"three close to one another", "a DEKAT/5 b DEKAT/6 c",
       "DEKAT/6 stands between two words\n  a DEKAT/5 b DEKAT/6 c\n              ^^^^^^^"},
      {"close in a title", "judul:a DEKAT/5 b",
       "DEKAT/5 stands between two words\n  judul:a DEKAT/5 b\n          ^^^^^^^"},
      {"close in a body", "isi:a DEKAT/5 b",
       "DEKAT/5 stands between two words\n  isi:a DEKAT/5 b\n        ^^^^^^^"},
      {"where an article lies", "lokasi:kata",
       "lokasi: cannot be searched by itself\n  lokasi:kata\n  ^^^^^^^"},
      {"carets count columns, not bytes", "日本 \"x",
       "this quote stays open\n  日本 \"x\n       ^"},
  };
  for (const Fault& f : faults) {
    CAPTURE(f.why);
    try {
      parse_query(f.query, kliping::test::today);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(std::string{error.what()} == f.message);
      CHECK(error.hint() != "");
      CHECK(error.code() == ExitCode::failure);
    }
  }
}

TEST_CASE("syntax: of a long query as much is shown as a terminal has on a line") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "banjir ";
  for (const std::string& query : {words + "judl:x", "judl:x " + words, words + "judl:x " + words,
                                   words + std::string(90, 'x') + ":y " + words}) {
    try {
      parse_query(query, kliping::test::today);
      FAIL("accepted");
    } catch (const Error& error) {
      std::istringstream lines(error.what());
      std::string said, shown, carets;
      std::getline(lines, said);
      std::getline(lines, shown);
      std::getline(lines, carets);
      CAPTURE(shown);
      CHECK(utf8::columns(shown) <= 80);
      // An ellipsis has three bytes and one column.
      const std::size_t more = shown.starts_with("  …") ? 2 : 0;
      CHECK(shown.substr(carets.find('^') + more)
                .starts_with(query.find("judl") != query.npos ? "judl:" : "xxx"));
    }
  }
}

TEST_CASE("syntax: suggestions name the field that was meant") {
  try {
    parse_query("sumbr:kompas", kliping::test::today);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.hint() == "did you mean sumber: ?");
  }
}

TEST_CASE("syntax: a long error shows only the part around the spot") {
  try {
    parse_query(repeated("kata ", 5000) + "\"terbuka", kliping::test::today);
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(std::string_view{error.what()}.size() < 400);
  }
}

TEST_CASE("syntax: literal words are only words") {
  CHECK(draw(parse_literal("a OR -b \"c judul:d (")) == "(a OR -b \"c judul:d ()");
}

TEST_CASE("syntax: depth and size are bounded") {
  CHECK(draw(parse_query(repeated("(", 50) + "a" + repeated(")", 50), kliping::test::today)) ==
        "a");
  CHECK_THROWS_AS(parse_query(repeated("(", 51) + "a" + repeated(")", 51), kliping::test::today),
                  Error);
  CHECK_THROWS_AS(parse_query(repeated("(", 10'000), kliping::test::today), Error);
  CHECK_THROWS_AS(parse_query(repeated(")", 10'000), kliping::test::today), Error);
  CHECK_THROWS_AS(parse_query(repeated("\"", 9'999), kliping::test::today), Error);
  CHECK_THROWS_AS(parse_query(std::string(max_query_bytes + 1, 'a'), kliping::test::today), Error);
  CHECK(parse_query(repeated("kata ", 10'000), kliping::test::today).children.size() == 10'000);
  CHECK(draw(parse_query(repeated("judul:", 10'000) + "a", kliping::test::today)) == "title:a");
  CHECK(draw(parse_query(repeated("NOT ", 10'000) + "a", kliping::test::today)) == "a");
}

TEST_CASE("syntax: any bytes are a query or an error") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed ", seed);
  std::mt19937 random(seed);
  const std::string_view parts[] = {
      "kata", " ",        "\"",    "(",        ")",  "-", "+",    "=",       "OR", " ",
      "AND",  ":",        "judul", "tanggal:", "..", "*", "\x80", "\xF0",    "“",  "”",
      "\n",   "https://", "19",    "NOT ",     "~",  "?", "~3",   "DEKAT/5 "};
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (auto n = random() % 12; n > 0; --n) query += parts[random() % std::size(parts)];
    CAPTURE(query);
    try {
      draw(parse_query(query, kliping::test::today));
    } catch (const Error& error) {
      CHECK(std::string_view{error.what()}.find('^') != std::string_view::npos);
    }
  }
}
