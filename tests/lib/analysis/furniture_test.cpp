// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/furniture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lib/analysis/drawn_tokens.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  const char* text;
  std::string drawn;
};

void check(const Case& c) {
  INFO(c.why);
  std::vector<Span> spans;
  find_furniture(c.text, spans);
  CHECK(test::draw(c.text, spans) == c.drawn);
}

}  // namespace

TEST_CASE("furniture: another article's headline goes to where it surely ends") {
  const Case cases[] = {
      {"the line's end",                                      //
       "Naik.\nBaca juga: Harga Cabai Turun di Pasar\nLalu",  //
       "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"the text's end",                       //
       "Naik. Baca Juga : Harga Cabai Turun",  //
       "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"a capital glued to it",                                       //
       "BACA JUGA: Harga Cabai TurunWarga kota itu lega karenanya.",  //
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"a quote glued to it",                                          //
       "Baca juga: Harga Cabai Turun\"Kami lega,\" kata warga kota.",  //
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"a question mark, then a capital",                             //
       "Baca juga: Mengapa Harga Cabai Turun? Warga kota itu lega.",  //
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"no sure end: the label alone, for the article's words count more",  //
       "Baca juga: Harga Cabai Turun warga kota itu lega karenanya.",       //
       "^^^^^^^^^^"},
      {"a long stretch in title case: all but its last seven words",  //
       "Baca juga: Harga Cabai di Tiga Pasar Turun Usai Panen Raya Wali Kota Ani Budi lega.",
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"prose is none", "Ia baca juga: buku, koran.", ""},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("furniture: labels, brackets and boilerplate") {
  const Case cases[] = {
      {"an advertisement's frame",  //
       "Naik.\nADVERTISEMENT\nSCROLL TO CONTINUE WITH CONTENT\nLalu",
       "      ^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"a bare label before a sentence",    //
       "lega. Baca Juga Warga kota lega.",  //
       "      ^^^^^^^^^"},
      {"an embedded film",           //
       "lega.[Gambas:Video Ani]Ya",  //
       "     ^^^^^^^^^^^^^^^^^^"},
      {"an image's place",         //
       "lega.\n\\[img.2\\]Warga",  //
       "      ^^^^^^^^^"},
      {"a film's quoted title",                              //
       "lega. Simak Video 'Cabai: Turun Lagi': Lalu warga",  //
       "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"prose about a film", "Simak video itu di rumah.", ""},
      {"a Markdown link's target and attributes",         //
       "[cabai](https://a.id/x_y){target=\"_self\"} ya",  //
       "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"a bracket that never closes is none", "[Gambas: ini", ""},
      {"an image's credit",             //
       "Pasar (Foto: Ani/Budi) ramai",  //
       "      ^^^^^^^^^^^^^^^^"},
      {"where an article was first",                                 //
       "lega. Artikel ini telah tayang di a.id dengan judul Cabai",  //
       "      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("furniture: the outlet of a dateline, never its place") {
  const Case cases[] = {
      {"place and host",                    //
       "JAKARTA, BERITA.com - Harga naik",  //
       "         ^^^^^^^^^^"},
      {"in Markdown, a line of its own",         //
       "Foto\n\n**MEDAN, BERITA.co.id** -- Ya",  //
       "               ^^^^^^^^^^^^"},
      {"host and place",                   //
       "Berita6.com, Jakarta Harga naik",  //
       "^^^^^^^^^^^"},
      {"a host in a sentence is none", "Situs berita.com - kata dia", ""},
      {"nor is one without a dash", "Berita.com melaporkan", ""},
  };
  for (const Case& c : cases) check(c);
}

TEST_CASE("furniture: editors' initials at the end") {
  const Case cases[] = {
      {"in square brackets",   //
       "sudah lega. [uh/ab]",  //
       "            ^^^^^^^"},
      {"in round ones, before a film",          //
       "lega. (abc/de)\n[Gambas:Video Ani]\n",  //
       "      ^^^^^^^^ ^^^^^^^^^^^^^^^^^^"},
      {"of one editor",  //
       "lega.(abc)",     //
       "     ^^^^^"},
      {"an acronym is none", "Partai Ani (PA)", ""},
      {"nor is a word", "beras (gabah)", ""},
      {"nor is one in the middle", "lega (abc) lagi", ""},
  };
  for (const Case& c : cases) check(c);
}
