// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "kliping/analysis/analyzer.hpp"
#include "lib/analysis/drawn_tokens.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  const char* text;
  std::string drawn;
  std::string words;
};

void check(const Case& c) {
  INFO(c.why);
  TokenList list;
  Analyzer{}.analyze(c.text, list);
  CHECK(test::draw(c.text, list) == c.drawn);
  CHECK(test::words(list) == c.words);
}

}  // namespace

TEST_CASE("tokenizer: words and what separates them") {
  const Case cases[] = {
      {"blanks and signs separate",  //
       "Harga beras, naik!",         //
       "^^^^^ ^^^^^  ^^^^",          //
       "harga beras naik"},
      {"an apostrophe between letters is no boundary",  //
       "Jum'at Qur\u2019an 'kata'",                     //
       "^^^^^^ ^^^^^^  ^^^^",                           //
       "jumat quran kata"},
      {"but a closing quote that lost its space is",  //
       "'kata'Nah",                                   //
       " ^^^^ ^^^",                                   //
       "kata nah"},
      {"marks belong to their letter",  //
       "cafe\u0301 na\u00EFf",          //
       "^^^^^ ^^^^",                    //
       "cafe naif"},
      {"a soft hyphen is not there",  //
       "per\u00ADang",                //
       "^^^^^^^",                     //
       "perang"},
      {"scripts without spaces: every character",  //
       "\u6771\u4EACkota",                         //
       "^ ^^^^\n ^",                               //
       "\u6771 \u4EAC kota"},
      {"scripts with spaces: every run",  //
       "\uD55C\uAD6D kota",               //
       "^^ ^^^^",                         //
       "\uD55C\uAD6D kota"},
      {"a full stop that lost its space",  //
       "di kota.Warga",                    //
       "^^ ^^^^ ^^^^^",                    //
       "di kota warga"},
      {"no-break space",  //
       "Rp\u00A0500",     //
       "^^ ^^^",          //
       "rp 500"},
      {"no phrase crosses a paragraph",  //
       "satu\n\ndua",                    //
       "^^^^  ^^^",                      //
       "satu ... dua"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: numbers") {
  const Case cases[] = {
      {"thousands in groups of three",  //
       "1.234 1.500.000",               //
       "^^^^^ ^^^^^^^^^",               //
       "1234 1500000"},
      {"with decimals",  //
       "12.500,75",      //
       "^^^^^^^^^",      //
       "12500,75"},
      {"English thousands show by being two",  //
       "1,234,567.8",                          //
       "^^^^^^^^^^^",                          //
       "1234567,8"},
      {"a percent sign is its word",      //
       "5% 2,5 %. 100%%",                 //
       "^  ^^^ ^  ^^^\n ^            ^",  //
       "5 persen 2,5 persen 100 persen"},
      {"but not by itself, nor in an address",  //
       "% a% www.detik.com/5%20b",              //
       "  ^      ^^^^^ ^^^",                    //
       "a detik com"},
      {"one comma is a decimal comma",  //
       "5,12 1,234",                    //
       "^^^^ ^^^^^",                    //
       "5,12 1,234"},
      {"money without its space",  //
       "Rp1.500.000 Rp1,5",        //
       "^^          ^^\n  ^^^^^^^^^   ^^^", "rp 1500000 rp 1,5"},
      {"dates are several numbers",  //
       "28/3 21.10.2025",            //
       "^^ ^ ^^ ^^ ^^^^",            //
       "28 3 21 10 2025"},
      {"a time of day in either spelling",  //
       "19.30 19:30 3:2",                   //
       "^^^^^ ^^^^^ ^ ^",                   //
       "19.30 19.30 3 2"},
      {"a list without spaces",  //
       "1,2,3",                  //
       "^ ^ ^",                  //
       "1 2 3"},
      {"a sign is no part",  //
       "80+ -5",             //
       "^^   ^",             //
       "80 5"},
      {"the end of a sentence",  //
       "tahun 2022. Lalu",       //
       "^^^^^ ^^^^  ^^^^",       //
       "tahun 2022 lalu"},
      {"mixtures are one word",  //
       "orang2 A330 G20 4x4",    //
       "^^^^^^ ^^^^ ^^^ ^^^",    //
       "orang2 a330 g20 4x4"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: abbreviations") {
  const Case cases[] = {
      {"dots between single letters",  //
       "A.B.R.I. dan P.T. Maju",       //
       "^^^^^^^  ^^^ ^^^  ^^^^",       //
       "abri dan pt maju"},
      {"more than a letter is another word",  //
       "S.Pd vitamin A.Warga",                //
       "^ ^^ ^^^^^^^ ^ ^^^^^",                //
       "s pd vitamin a warga"},
      {"letters joined by an ampersand",  //
       "R&D AT&T Ani&Budi",               //
       "^^^ ^^^^ ^^^ ^^^^",               //
       "r&d at&t ani budi"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: hyphens") {
  const Case cases[] = {
      {"a doubled word is one",   //
       "anak-anaknya mata-mata",  //
       "^^^^^^^^^^^^ ^^^^^^^^^",  //
       "anak-anaknya mata-mata"},
      {"doubled with an affix",       //
       "besar-besaran tergila-gila",  //
       "^^^^^^^^^^^^^ ^^^^^^^^^^^^",  //
       "besar-besaran tergila-gila"},
      {"doubled with a nasal",           //
       "tolong-menolong pukul-memukul",  //
       "^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^",  //
       "tolong-menolong pukul-memukul"},
      {"doubled with another sound",  //
       "sayur-mayur bolak-balik",     //
       "^^^^^^^^^^^ ^^^^^^^^^^^",     //
       "sayur-mayur bolak-balik"},
      {"two words that only sound alike",  //
       "siswa-siswi Timor-Timur",          //
       "^^^^^ ^^^^^ ^^^^^ ^^^^^",          //
       "siswa siswi timor timur"},
      {"an affix by hyphen: the word and what is in it",  //
       "di-PHK mem-PHK-kan",                              //
       "^^^^^^ ^^^^^^^^^^^\n   ^^^     ^^^",              //
       "di-phk|phk mem-phk-kan|phk"},
      {"a clitic by hyphen",  //
       "KTP-nya 1980-an",     //
       "^^^^^^^ ^^^^^^^\n^^^     ^^^^", "ktp-nya|ktp 1980-an|1980"},
      {"an affix before a name or number",  //
       "se-Indonesia ke-79",                //
       "^^^^^^^^^^^^ ^^^^^\n   ^^^^^^^^^    ^^", "se-indonesia|indonesia ke-79|79"},
      {"two names are two words",          //
       "Rusia-Korut Prabowo\u2013Gibran",  //
       "^^^^^ ^^^^^ ^^^^^^^ ^^^^^^",       //
       "rusia korut prabowo gibran"},
      {"a word and a number are also joined",  //
       "COVID-19 U-23",                        //
       "^^^^^^^^ ^^^^\n^^^^^ ^^ ^ ^^", "covid19|covid 19 u23|u 23"},
      {"so are a letter and a word, and free prefixes",  //
       "e-KTP non-migas",                                //
       "^^^^^ ^^^^^^^^^\n^ ^^^ ^^^ ^^^^^", "ektp|e ktp nonmigas|non migas"},
      {"a dash between words that do not touch it",  //
       "Jakarta - Bogor",                            //
       "^^^^^^^   ^^^^^",                            //
       "jakarta bogor"},
      {"an em dash separates, a double hyphen too",  //
       "di\u2014PHK di--PHK",                        //
       "^^ ^^^ ^^  ^^^",                             //
       "di phk di phk"},
      {"a doubled word with affixes of its own",  //
       "se-anak-anak",                            //
       "^^^^^^^^^^^^",                            //
       "se-anak-anak"},
      {"range of numbers",  //
       "2019-2024",         //
       "^^^^ ^^^^",         //
       "2019 2024"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: glue") {
  const Case cases[] = {
      {"a capital inside a word",  //
       "KorutPutin kini",          //
       "^^^^^^^^^^ ^^^^\n^^^^^\n     ^^^^^", "korutputin|korut putin kini"},
      {"the last of many capitals begins a word",  //
       "PDIPMegawati",                             //
       "^^^^^^^^^^^^\n^^^^\n    ^^^^^^^^", "pdipmegawati|pdip megawati"},
      {"unless none begins so",  //
       "KPKmemeriksa",           //
       "^^^^^^^^^^^^\n^^^\n   ^^^^^^^^^", "kpkmemeriksa|kpk memeriksa"},
      {"a clitic is no word",  //
       "KTPnya",               //
       "^^^^^^\n^^^", "ktpnya|ktp"},
      {"names stay whole, too",  //
       "YouTube",                //
       "^^^^^^^\n^^^\n   ^^^^", "youtube|you tube"},
      {"a single letter is no word",  //
       "iPhone kWh TImnas",           //
       "^^^^^^ ^^^ ^^^^^^",           //
       "iphone kwh timnas"},
      {"digits and letters",  //
       "Covid19 2026sisakan", "^^^^^^^ ^^^^^^^^^^^\n^^^^^   ^^^^\n     ^^     ^^^^^^^",
       "covid19|covid 19 2026sisakan|2026 sisakan"},
      {"a unit is no word",  //
       "10km 5G",            //
       "^^^^ ^^",            //
       "10km 5g"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: a lost space that no capital shows") {
  const Case cases[] = {
      {"the whole and its halves",  //
       "Korea Utaramengancam",      //
       "^^^^^ ^^^^^^^^^^^^^^\n      ^^^^^\n           ^^^^^^^^^",
       "korea utaramengancam|utara mengancam"},
      {"so that a phrase goes on behind it",          //
       "dikutipantara kini",                          //
       "^^^^^^^^^^^^^ ^^^^\n^^^^^^^\n       ^^^^^^",  //
       "dikutipantara|dikutip antara kini"},
      {"capitals that show nothing do not hide it",  //
       "XyzAImengancam",                             //
       "^^^^^^^^^^^^^^\n^^^^^\n     ^^^^^^^^^",      //
       "xyzaimengancam|xyzai mengancam"},
      {"a compound has its words in capitals, too",  //
       "Walikota WALIKOTA",                          //
       "^^^^^^^^ ^^^^^^^^\n^^^^     ^^^^\n    ^^^^     ^^^^",
       "walikota|wali kota walikota|wali kota"},
      {"not where folding moved the letters",  //
       "gro\u00DFmengancam",                   //
       "^^^^^^^^^^^^^",                        //
       "grossmengancam"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: addresses") {
  const Case cases[] = {
      {"of a page only the host's words",                  //
       "lihat https://www.contoh.id/baca/1?x=abc#d lalu",  //
       "^^^^^             ^^^^^^ ^^                ^^^^",  //
       "lihat contoh id lalu"},
      {"of a mailbox every word",  //
       "redaksi@contoh.co.id",     //
       "^^^^^^^ ^^^^^^ ^^ ^^",     //
       "redaksi contoh co id"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("tokenizer: a query is read by the same rules, but nothing of it is furniture") {
  const char* const text = "Baca juga: Wali Kota Resmikan Jembatan";
  TokenList list;
  Analyzer{}.analyze(text, list);
  CHECK(test::words(list) == "");
  Analyzer{}.analyze_query(text, list);
  CHECK(test::words(list) == "baca juga wali kota resmikan jembatan");
  CHECK(list.furniture.empty());
}

TEST_CASE("tokenizer: a letter of which folding leaves nothing is no word") {
  TokenList list;
  Analyzer{}.analyze("\u02B9", list);
  CHECK(list.tokens.empty());
  Analyzer{}.analyze("walikota \u02B9 kota", list);
  CHECK(test::words(list) == "walikota|wali kota kota");
}

TEST_CASE("tokenizer: a root is the word's own or its stemmer's") {
  TokenList list;
  Analyzer{}.analyze("menyapu anak-anaknya di-PHK 1.500", list);
  std::string roots;
  for (const Token& token : list.tokens) roots += std::string{token.root} + ' ';
  CHECK(roots == "sapu anak phk phk 1500 ");
}

TEST_CASE("tokenizer: the fingerprint names rules and lexicon") {
  const std::string fingerprint = Analyzer().fingerprint();
  CHECK(fingerprint.find("rules ") != std::string::npos);
  CHECK(fingerprint.find("lexicon ") != std::string::npos);
}
