// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "readers/html/page.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {

const std::string first =
    "Hujan lebat sejak dini hari membuat permukaan sungai di hulu naik dengan "
    "cepat, dan warga di bantaran mulai mengungsi.";
const std::string second =
    "Petugas menyiapkan perahu karet, tenda, dan dapur umum di halaman "
    "kecamatan, kata kepala desa.";
const std::string paragraphs = "<p>" + first + "</p><p>" + second + "</p>";

Article article_of(const std::string& html) {
  const auto read = read_file("a.html", html);
  REQUIRE(read.articles.size() == 1);
  return read.articles[0];
}

}  // namespace

TEST_CASE("html: the article is taken, what stands around it is not") {
  const Article article = article_of(
      "<!DOCTYPE html><html><head><title>Banjir di hulu sungai - Kabar Contoh</title>"
      "<meta property='og:site_name' content='Kabar Contoh'>"
      "<link rel='canonical' href='https://daerah.kabarcontoh.id/2024/03/28/banjir'>"
      "<meta name='author' content='Ani Lestari'><script>var x = '<p>bukan teks</p>';</script>"
      "</head><body><nav><ul><li><a href='/'>Beranda</a><li><a href='/d'>Daerah</a></ul></nav>"
      "<div class='isi-berita'><h1>Banjir di hulu sungai</h1><time "
      "datetime='2024-03-28T09:00+07:00'>"
      "28 Maret</time>" +
      paragraphs +
      "<p>Baca juga: <a href='/x'>Sungai lain meluap setelah hujan dua hari</a></p>"
      "<div class='share'><p>Bagikan ke teman</p></div></div>"
      "<div class='komentar'><p>Semoga cepat surut, kami di sini ikut mendoakan semua warga yang "
      "mengungsi malam ini.</p></div><footer>Hak cipta</footer></body></html>");
  CHECK(article.title == "Banjir di hulu sungai");
  CHECK(article.body == first + "\n" + second);
  CHECK(article.author == "Ani Lestari");
  CHECK(article.source == "kabarcontoh");
  CHECK(article.section == "daerah");
  CHECK(to_iso(*article.date) == "2024-03-28T09:00:00+07:00");
}

TEST_CASE("html: titles lose the outlet's name, whatever states them") {
  struct Case {
    std::string why;
    const char* head;
    const char* title;
  };
  const Case cases[] = {
      {"Open Graph, behind a bar",
       "<meta property='og:title' content='Banjir di hulu | Contoh.com'>", "Banjir di hulu"},
      {"behind a hyphen, with a section", "<title>Banjir di hulu - Contoh.com Daerah</title>",
       "Banjir di hulu"},
      {"before a colon", "<meta property='og:title' content='Contoh.com: Banjir di hulu'>",
       "Banjir di hulu"},
      {"a hyphen of its own stays", "<title>Banjir di hulu - hilir tetap kering</title>",
       "Banjir di hulu - hilir tetap kering"},
      {"structured data",
       "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":"
       "\"Banjir\n di hulu\"}]}</script>",
       "Banjir di hulu"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(article_of("<html><head><link rel=canonical href='https://www.contoh.com/1'>" +
                     std::string{c.head} + "</head><body>" + paragraphs + "</body></html>")
              .title == c.title);
  }
}

TEST_CASE("html: structured data gives text, date and author") {
  const Article article = article_of(
      "<html><head><script type='application/ld+json'>[{\"@type\":\"WebSite\"},{\"@type\":"
      "\"NewsArticle\",\"headline\":\"Banjir\",\"datePublished\":\"2024-03-28T09:00:00+07:00\","
      "\"author\":[{\"@type\":\"Person\",\"name\":\"Ani Lestari\"}],\"articleBody\":\"" +
      first + " " + second + " " + first +
      "\"}]</script></head><body><p>Singkat.</p></body></html>");
  CHECK(article.body == first + " " + second + " " + first);
  CHECK(article.author == "Ani Lestari");
  CHECK(to_iso(*article.date) == "2024-03-28T09:00:00+07:00");
}

TEST_CASE("html: the writer is the one that a line names, not the editor or the outlet") {
  struct Case {
    const char* why;
    const char* line;
    const char* author;
  };
  const Case cases[] = {
      {"a label", "<p>Penulis: Ani Lestari</p>", "Ani Lestari"},
      {"a label, and the editor behind it", "<p>Rep: Ani Lestari/ Red: Budi</p>", "Ani Lestari"},
      {"cells of a table",
       "<table><tr><td>Penulis</td><td>: Ani Lestari</td></tr><tr><td>Editor</td><td>: Budi"
       "</td></tr></table>",
       "Ani Lestari"},
      {"a common word where the page marks an author",
       "<div class=byline>Oleh <span>Ani Lestari</span></div>", "Ani Lestari"},
      {"a common word elsewhere", "<p>Oleh Pak Lurah disebut wajar</p>", ""},
      {"signed for the outlet", "<div class=author><b>Ani Lestari</b> - Kabar</div>",
       "Ani Lestari"},
      {"whose picture it is", "<span class=author>ARSIP/BUDI</span>", ""},
      {"a label of something else", "<p>Jurnalis</p><p>Share on Facebook</p>", ""},
      {"the editor", "<p>Editor: Budi</p>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(article_of("<html><body>" + std::string{c.line} + paragraphs + "</body></html>").author ==
          c.author);
  }
}

TEST_CASE("html: a clock that the page shows in a zone of Indonesia is no Greenwich time") {
  const auto date = [](const std::string& stated, const std::string& shown) {
    const Article article =
        article_of("<html><head><meta name=pubdate content='" + stated + "'></head><body><p>" +
                   shown + "</p>" + paragraphs + "</body></html>");
    REQUIRE(article.date);
    return to_iso(*article.date);
  };
  CHECK(date("2015-11-05T10:08:58Z", "Kamis, 05/11/2015 10:08 WIB") == "2015-11-05T10:08:00+07:00");
  CHECK(date("2015-11-05T03:08:58Z", "Kamis, 05/11/2015 10:08 WIB") == "2015-11-05T03:08:58+00:00");
}

TEST_CASE("html: paragraphs parted by br alone, and an unclosed share bar, lose nothing") {
  CHECK(article_of("<html><body><div class=detail>" + first + "<br><br>" + second +
                   "</div></body></html>")
            .body == first + "\n" + second);
  std::string many;
  for (int i = 0; i < 6; ++i) many += paragraphs;
  CHECK(article_of("<html><body><div class='share'><a href='#'>Kirim</a><div>" + many +
                   "</div></body></html>")
            .body.starts_with(first));
}

TEST_CASE("html: the declared encoding counts where the bytes are not UTF-8") {
  const auto body = [](const std::string& head, const std::string& word) {
    return article_of("<html><head>" + head + "</head><body><p>" + word + " " + first +
                      "</p></body></html>")
        .body;
  };
  CHECK(body("<meta charset=iso-8859-1>", "Caf\xE9").starts_with("Café "));
  CHECK(body("<meta charset=iso-8859-1>", "Café").starts_with("Café "));
  CHECK(body("<meta charset=koi8-r>", "\xC4\xC1").starts_with("да "));
  CHECK(body("<meta charset=tiada>", "Caf\xE9").starts_with("Café "));
}

TEST_CASE("html: hostile pages cost time in proportion to their size") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  for (int i = 0; i < 200'000; ++i) deep += "</span>";
  CHECK(html::read_page(paragraphs + deep).blocks.size() == 2);
  std::string wide = "<p ";
  for (int i = 0; i < 300'000; ++i) wide += "a" + std::to_string(i) + "=1 ";
  CHECK(html::read_page(wide + ">" + first).blocks.size() == 1);
}

namespace {

/// A page with a heading, `above` and `below` it, and `after` the text.
Article headed(const std::string& above, const std::string& below, const std::string& after = {}) {
  return article_of("<html><head><title>Banjir di hulu sungai</title></head><body>" + above +
                    "<h2>Banjir di hulu sungai</h2>" + below + "<div class='isi'>" + paragraphs +
                    "</div>" + after + "</body></html>");
}

}  // namespace

TEST_CASE("html: the date by the heading, not those of other articles or of a web archive") {
  const std::string others =
      "<div class='kolom'><a href='/b'>Gempa di barat</a><span>27 Maret 2024, 03:00 "
      "WIB</span></div>";
  struct Case {
    std::string why;
    std::string above;
    std::string below;
    std::string after;
    std::string iso;
  };
  const Case cases[] = {
      {"a list beside it, with times", "", "<p>Ditulis admin, March 28, 2024</p>", others,
       "2024-03-28"},
      {"the bar of a web archive",
       "<div id='wm-ipp'><p>12 captures 1 May 2025 - 2 Jun 2026</p></div>",
       "<p>Kamis, 28 Maret 2024</p>", "", "2024-03-28"},
      {"today above, the article's time farther below", "<p>Kamis, 28 Maret 2024</p>", "",
       "<div class='tag'>Kamis, 28 Maret 2024 | 16:52 WIB</div>", "2024-03-28T16:52:00+07:00"},
      {"nowhere near", "", "", "<p>Terbit 28 Maret 2024</p>", "2024-03-28"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = headed(c.above, c.below, c.after);
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == c.iso);
  }
}

TEST_CASE("html: what describes a picture is no part of the text") {
  const std::string caption =
      "Perahu karet di halaman kecamatan pada Kamis pagi, ketika hujan belum juga reda di hulu.";
  const Article article = article_of(
      "<h1>Banjir</h1><div class='isi'><figure><img src='a.jpg'>"
      "<figcaption>" +
      caption + "</figcaption></figure>" + paragraphs + "<div class='foto-caption'><p>" + caption +
      "</p></div></div>");
  CHECK(article.body == first + "\n" + second);
  const Article photos = article_of("<h1>Galeri</h1><div class='isi'><figure><figcaption>" +
                                    caption + "</figcaption></figure></div>");
  CHECK(photos.body == caption);
}

TEST_CASE("html: a headline that is set in a font, and an outlet that stands in the title alone") {
  const Article old = article_of(
      "<html><head><title>Suara Desa Daring: Banjir di hulu sungai</title></head><body><table><tr>"
      "<td><font size=4><b>Banjir di hulu sungai</b></font><br>" +
      paragraphs + "</td></tr></table></body></html>");
  CHECK(old.title == "Banjir di hulu sungai");
  const Article named = article_of(
      "<title>Banjir di hulu sungai - Kabarcontoh.com</title>"
      "<h1>Banjir di hulu sungai</h1>" +
      paragraphs);
  CHECK(named.source == "kabarcontoh");
  CHECK(article_of("<title>Banjir - Daerah</title><h1>Banjir</h1>" + paragraphs).source.empty());
}

TEST_CASE("html: a writer whom the page marks needs no label, but must look like one") {
  CHECK(headed("", "<p class='author'>Ani Lestari</p>").author == "Ani Lestari");
  CHECK(headed("", "<p class='author'>Tim redaksi kami</p>").author.empty());
  CHECK(headed("", "<p class='author'>Ani Lestari</p><p>Penulis: Budi Utama</p>").author ==
        "Budi Utama");
}
