// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {

const std::string first =
    "Tujuh jembatan gantung yang rusak diterjang banjir di Kabupaten Randuwangi mulai diperbaiki "
    "pekan depan, kata kepala dinas.";
const std::string second =
    "Warga selama ini memutar sejauh delapan kilometer untuk mencapai pasar, dan ongkos angkut "
    "hasil kebun naik dua kali lipat.";
const std::string last =
    "Dinas menargetkan seluruh jembatan dapat dilalui kendaraan roda dua pada akhir September.";
const std::string title = "Tujuh Jembatan Gantung Diperbaiki";
const std::string heading = "<h1>" + title + "</h1>";
const std::string whole = first + "\n" + second + "\n" + last;

std::string paragraph(const std::string& text) {
  return "<p>" + text + "</p>";
}

const std::string paragraphs = paragraph(first) + paragraph(second) + paragraph(last);

Article article_of(const std::string& body, const std::string& head = {}) {
  const auto read = read_file("a.html", "<html><head><title>" + title + "</title>" + head +
                                            "</head><body>" + body + "</body></html>");
  REQUIRE(read.articles.size() == 1);
  return read.articles[0];
}

std::string json_ld(const std::string& json) {
  return "<script type='application/ld+json'>" + json + "</script>";
}

}  // namespace

TEST_CASE("markup: what leads away from the article is no line of it") {
  const std::string teasers[] = {
      "<p>Baca juga: <a href='/b'>Banjir Rendam Tiga Desa</a></p>",
      "<p><strong>Baca Juga : Banjir Rendam Tiga Desa di Hilir</strong></p>",
      "<p>BACA JUGA:</p><ul><li><a href='/b'>Banjir Rendam Tiga Desa</a></ul>",
      "<p><em>Simak juga: <a href='/b'>Banjir</a></em></p>",
      "<p>Pilihan Editor: <a href='/b'>Banjir</a></p>",
      "<p>Lihat juga Video 'Banjir di Hilir':</p><p>[Gambas:Video 20detik]</p>",
      "<p>Iklan</p><p>Scroll Untuk Melanjutkan</p>",
      "<amp-ad><div>Iklan cabai</div></amp-ad>",
      "<p style='color:red; display: none'>Ini tidak terlihat, kata templat halaman ini.</p>",
      "<div hidden>Ini juga tidak terlihat, kata templat halaman ini.</div>",
      "<p class='baca-juga'>Banjir Rendam Tiga Desa di Hilir, Warga Mengungsi ke Balai Desa.</p>",
  };
  for (const std::string& teaser : teasers) {
    CAPTURE(teaser);
    CHECK(article_of(heading + "<div class='isi'>" + paragraph(first) + teaser + paragraph(second) +
                     teaser + paragraph(last) + "</div>")
              .body == whole);
  }
}

TEST_CASE("markup: sentences that begin as teasers do, or with a link, stay") {
  const std::string sentences[] = {
      "Baca juga petunjuk di papan, pesan petugas.",
      "Simak video itu baik-baik sebelum menilai, kata dia.",
      "<a href='/dinas'>Dinas menargetkan seluruh jembatan dapat</a> dilalui roda dua dan roda "
      "tiga pada bulan depan "
      "nanti.",
  };
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    const std::string body = article_of(heading + "<div>" + paragraph(first) + paragraph(sentence) +
                                        paragraph(last) + "</div>")
                                 .body;
    CHECK(std::count(body.begin(), body.end(), '\n') == 2);
  }
}

TEST_CASE("markup: an article is whole however its paragraphs are wrapped") {
  const std::string about =
      "<div class='z'><p>Tentang kami, redaksi, pedoman, media, siber, kontak, iklan, karier, "
      "penyangkalan, privasi, dan seterusnya.</p></div>";
  struct Case {
    std::string why;
    std::string body;
  };
  const auto wrapped = [](const std::string& text) {
    return "<div class='a'><div><div><p>" + text + "</p></div></div></div>";
  };
  const Case cases[] = {
      {"each paragraph in boxes of its own",
       "<div>" + wrapped(first) + wrapped(second) + wrapped(last) + "</div>"},
      {"parts of one family of classes", "<div class='isi__bagian'>" + paragraph(first) +
                                             paragraph(second) + "</div><div class='isi__akhir'>" +
                                             paragraph(last) + "</div>"},
      {"the first paragraph above its container",
       paragraph(first) + "<div class='detail'>" + paragraph(second) + paragraph(last) + "</div>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(article_of("<div>" + heading + c.body + "</div>" + about).body == whole);
  }
  CHECK(article_of(heading +
                   "<div class='detail'><p>Gempa kuat mengguncang Randuwangi pagi ini.</p>"
                   "<p>Belum ada laporan kerusakan.</p></div>" +
                   about)
            .body == "Gempa kuat mengguncang Randuwangi pagi ini.\nBelum ada laporan kerusakan.");
}

TEST_CASE("markup: a text that begins with its dateline has no other beginning") {
  const std::string deck =
      "\"Kami memutar delapan kilometer, dan itu tidak murah bagi petani "
      "seperti kami semua di sini.\"";
  const std::string text = "Randuwangi - " + first;
  CHECK(article_of(heading + "<div>" + paragraph(deck) + "</div><div class='isi'>" +
                   paragraph(text) + paragraph(second) + paragraph(last) + "</div>")
            .body == text + "\n" + second + "\n" + last);
}

TEST_CASE("markup: structured data is read through what templates do to it") {
  const std::string plain =
      R"({"@type":"NewsArticle","datePublished":"2024-02-12T14:05:00+07:00","author":"Ani"})";
  std::string escaped = plain;
  for (std::size_t at = 0; (at = escaped.find('"', at)) != std::string::npos;)
    escaped.replace(at, 1, "&quot;");
  const std::string scripts[] = {
      plain,
      escaped,
      "//<![CDATA[\n" + plain + "\n//]]>",
      "<!--\n" + plain + "\n-->",
      plain.substr(0, plain.size() - 1) + ",}",
      R"({"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"},
          "datePublished":"2024-02-12T14:05:00+07:00"},{"@id":"#a","name":"Ani"}]})",
      R"({"@type":"WebPage","mainEntity":)" + plain + "}",
      R"([{"@type":"VideoObject","uploadDate":"2020-01-01","author":"Budi"},)" + plain + "]",
      R"({"@type":"VideoObject","uploadDate":"2024-02-12T14:05:00+07:00","author":"Ani"})",
  };
  for (const std::string& script : scripts) {
    CAPTURE(script);
    const Article article = article_of(heading + paragraphs, json_ld(script));
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == "2024-02-12T14:05:00+07:00");
    CHECK(article.author == "Ani");
  }
  const Article article =
      article_of(heading + paragraphs,
                 "<script type='Application/LD+JSON; charset=utf-8'>" + plain + "</script>");
  CHECK(article.author == "Ani");
}

TEST_CASE("markup: a film's page tells what it shows, an unbuilt page what it will") {
  CHECK(article_of("<h1>Video</h1>",
                   json_ld(R"({"@type":"VideoObject","description":")" + first + R"("})"))
            .body == first);
  const std::string state = R"({"props":{"pageProps":{"terkait":[{"title":"Lain","content":")" +
                            whole + whole + R"("}],"berita":{"title":")" + title +
                            R"(","penulis":"Ani","content":"<p>)" + first + "</p><p>" + second +
                            R"(</p>","tanggal":"2024-02-12 14:05"}}}})";
  std::string json = state;
  for (std::size_t at = 0; (at = json.find('\n', at)) != std::string::npos;)
    json.replace(at, 1, "\\n");
  const Article article =
      article_of("<div id='__next'></div><script type='application/json'>" + json + "</script>");
  CHECK(article.body == first + "\n" + second);
  CHECK(article.author == "Ani");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-02-12T14:05:00+07:00");
}

TEST_CASE("markup: who wrote it and when, by what the page marks") {
  struct Case {
    std::string why;
    const char* lines;
    const char* author;
    const char* date;
  };
  const Case cases[] = {
      {"date and writer on one line",
       "<span class='date-post'>Kamis, 7 Januari 2016 13:01</span> <span class='reporter'>"
       "<b>Reporter :</b> <a>Putri Anjani</a></span>",
       "Putri Anjani", "2016-01-07T13:01:00+07:00"},
      {"a calling behind the name",
       "<div class='namerep'><b>Avi Kusuma</b>, Jurnalis &middot; Jum'at 14 Juli 2023 08:30 "
       "WIB</div>",
       "Avi Kusuma", "2023-07-14T08:30:00+07:00"},
      {"microdata",
       "<span itemprop='author' itemscope><img itemprop='image'><span itemprop='name'>Made "
       "Wirawan</span> wartawan senior</span> <span itemprop='datePublished' "
       "content='2019-05-06T07:08:09+08:00'>kemarin</span>",
       "Made Wirawan", "2019-05-06T07:08:09+08:00"},
      {"hCard and hAtom",
       "<abbr class='published' title='2011-04-05T06:07:08+07:00'>Selasa</abbr> "
       "<span class='vcard author'><span class='fn'>Tuti</span></span>",
       "Tuti", "2011-04-05T06:07:08+07:00"},
      {"a label of its own in a list",
       "<section class='byline'><ul><li><span>Penulis, </span><span>Rina "
       "Kusumastuti</span></li></ul></section><time datetime='2024-01-15'>15 Januari</time>",
       "Rina Kusumastuti", "2024-01-15"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Article article = article_of(heading + c.lines + "<div>" + paragraphs + "</div>");
    CHECK(article.author == c.author);
    REQUIRE(article.date);
    CHECK(to_iso(*article.date) == c.date);
  }
}

TEST_CASE("markup: the section, by what the page states of it") {
  struct Case {
    std::string why;
    std::string head;
    std::string line;
    std::string section;
  };
  const std::string way =
      R"({"@type":"BreadcrumbList","itemListElement":[{"name":"Beranda"},{"item":{"name":"Daerah"}})";
  const Case cases[] = {
      {"the first of several that tells anything",
       json_ld(R"({"@type":"Article","articleSection":["Headline","Daerah"]})"), "", "Daerah"},
      {"the way to the page", json_ld(way + "]}"), "", "Daerah"},
      {"the way with the page itself at its end", json_ld(way + R"(,{"name":")" + title + "\"}]}"),
       "", ""},
      {"a system's own meta", "<meta name='kabar_news_category' content='Daerah'>", "", "Daerah"},
      {"a meta that counts something", "<meta name='category_id' content='12'>", "", ""},
      {"WordPress", "", "<span><a href='/d' rel='category tag'>Daerah</a></span>", "Daerah"},
      {"Joomla", "", "<dd>Kategori: <a itemprop='genre'>Daerah</a></dd>", "Daerah"},
      {"a line of an old system", "", "<small>Kategori: Daerah - Dibaca: 12 kali</small>",
       "Daerah"},
      {"prose", "", "<p>Kategori ini baru</p>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(article_of(heading + c.line + paragraphs, c.head).section == c.section);
  }
}

TEST_CASE("markup: more ways to sign and to date") {
  const auto author = [](const std::string& line) {
    return article_of(heading + line + paragraphs).author;
  };
  CHECK(author("<li>Penulis, Ani Lestari</li>") == "Ani Lestari");
  CHECK(author("<div>Diposting oleh : Ani Lestari</div>") == "Ani Lestari");
  CHECK(author("<div class=fin>Redaktur &amp; Reporter: Ani Lestari</div>") == "Ani Lestari");
  CHECK(author("<span typeof='schema:Person' property='schema:name'>Ani Lestari</span>") ==
        "Ani Lestari");
  CHECK(author("<p><em>Oleh Ani Lestari</em></p>") == "Ani Lestari");
  CHECK(author("<p>Penulis, menurut dia, tidak lagi dihargai</p>").empty());
  const auto date = [](const std::string& head, const std::string& line) {
    const Article article = article_of(heading + line + paragraphs, head);
    REQUIRE(article.date);
    return to_iso(*article.date);
  };
  const std::string day = "<meta name=date content=2021-04-07>";
  CHECK(date(day, "<time datetime='2021-04-07T16:40:09+08:00'>7 April</time>") ==
        "2021-04-07T16:40:09+08:00");
  CHECK(date(day, "<time datetime='2021-04-09T16:40:09+08:00'>9 April</time>") == "2021-04-07");
  CHECK(date("", "<span property='schema:dateCreated' content='2021-04-07T01:00:00Z'>x</span>") ==
        "2021-04-07T01:00:00+00:00");
}

TEST_CASE("markup: what asks for a click, or shows that a script is at work, is no text") {
  for (const std::string line :
       {"<p>Dapatkan update berita pilihan setiap hari. Mari gabung di Grup Telegram kami.</p>",
        "<p>Ikuti berita terkini kami di <a href='/g'>Google News</a>.</p>",
        "<div>No media source currently available</div>", "<p>[gallery ids=\"1,2\"]</p>",
        "<span>Halaman Selanjutnya</span>"}) {
    CAPTURE(line);
    CHECK(article_of(heading + paragraphs + line).body == whole);
  }
  const std::string sold = "<p>Ikuti saluran WhatsApp dinas jika ingin tahu jadwal perbaikan.</p>";
  CHECK(article_of(heading + paragraphs + sold).body.size() > whole.size());
  const std::string article = R"({"@type":"Article","headline":")" + title +
                              R"(","articleBody":"Jembatan diperbaiki. Warga lega."})";
  CHECK(article_of("<div>Memuat...</div>", json_ld(article)).body ==
        "Jembatan diperbaiki. Warga lega.");
}

TEST_CASE("markup: a page of photographs is its captions, short ones too") {
  CHECK(article_of(heading + "<figure><img><figcaption>" + first +
                   "</figcaption></figure><figure><img><figcaption>Anak-anak menyeberangi sungai "
                   "berarus deras.</figcaption></figure>")
            .body == first + "\nAnak-anak menyeberangi sungai berarus deras.");
}

TEST_CASE("markup: a heading ends where its date begins") {
  CHECK(article_of("<h1>" + title + " <span class='tgl'>19-11-2012 07:45 WIB</span></h1>" +
                   paragraphs)
            .title == title);
}

TEST_CASE("markup: a headline of a class alone, under the outlet's name") {
  const auto read = [](const std::string& stated, const std::string& lines) {
    return read_file("a.html", "<html><head><title>" + stated + "</title></head><body>" + lines +
                                   paragraphs + "</body></html>")
        .articles[0]
        .title;
  };
  const std::string line = "<table><tr><td class=judul>" + title + "</td></tr></table>";
  CHECK(read(":: Harian Randuwangi ::", line) == title);
  CHECK(read("Perbaikan jembatan dimulai",
             "<b>Perbaikan jembatan dimulai</b><div class=headline>Berita utama hari ini</div>") ==
        "Perbaikan jembatan dimulai");
  CHECK(read(":: Harian Randuwangi ::", line + "<p class=judul>Berita utama hari ini</p>") ==
        ":: Harian Randuwangi ::");
}

TEST_CASE("markup: a poem is a text, though no line of it is a sentence") {
  CHECK(
      article_of(heading + "<p>hujan mengetuk<br>genting tua<br>dan kau<br>tak pulang</p>").body ==
      "hujan mengetuk\ngenting tua\ndan kau\ntak pulang");
}
