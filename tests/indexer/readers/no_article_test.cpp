// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {

const std::string sentence =
    "Warga tiga dusun memperbaiki saluran irigasi yang jebol diterjang arus pada Sabtu malam.";

/// Links to articles as lists have them, with what stands behind each.
std::string links(int count, const std::string& behind = {}) {
  std::string all;
  for (int i = 1; i <= count; ++i)
    all += fmt::format(
        "<div><h3><a href='/berita/{0}'>Panen raya di kecamatan nomor {0} dimulai lebih awal</a>"
        "</h3>{1}</div>",
        i, behind);
  return all;
}

std::string page(const std::string& head, const std::string& body,
                 const std::string& classes = {}) {
  return "<html><head>" + head + "</head><body class='" + classes + "'>" + body + "</body></html>";
}

const std::string list_warning =
    "a.html: warning: a list of articles, not an article | hint: --format=html takes it in "
    "nonetheless";
const std::string error_warning =
    "a.html: warning: an error page, not an article | hint: --format=html takes it in nonetheless";

struct Case {
  std::string why;
  std::string html;
};

}  // namespace

TEST_CASE("no article: lists are left out, by name") {
  const std::string teaser = "<p>" + sentence + "</p><span>3 Mei 2021</span>";
  const Case cases[] = {
      {"WordPress names its archives",
       page("<title>Tani - Kabar</title>", "<h1>Tani</h1>" + links(5, teaser), "archive tag")},
      {"structured data, whatever Open Graph says",
       page("<meta property='og:type' content='article'><script type='application/ld+json'>"
            "{\"@graph\":[{\"@type\":[\"WebPage\",\"CollectionPage\"]}]}</script>",
            "<h1>Tani</h1>" + links(5, teaser))},
      {"the articles of a list are not the page's",
       page("<script type='application/ld+json'>{\"@type\":\"CollectionPage\",\"mainEntity\":"
            "{\"@type\":\"NewsArticle\",\"headline\":\"Panen\"}}</script>",
            "<h1>Tani</h1>" + links(5))},
      {"the site's own address",
       page("<link rel=canonical href='https://kabar.example/'>", links(12, teaser))},
      {"the address of a search",
       page("<link rel=canonical href='https://kabar.example/search?q=tani'>", links(6, teaser))},
      {"an author, who is introduced",
       page("<meta property='og:type' content='profile'>",
            "<h1>Ani Lestari</h1><p>" + sentence + "</p>" + links(6))},
      {"nothing but its shape", page("<title>Indeks</title>", "<h1>Indeks</h1>" + links(9))},
      {"teasers between the links", page("<title>Olahraga</title>", links(9, teaser))},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(read_file("a.html", c.html).messages == std::vector<std::string>{list_warning});
  }
  ReadOptions options;
  options.format = Format::html;
  CHECK(read_file("a.html", cases[0].html, options).articles.size() == 1);
}

TEST_CASE("no article: errors that are sent as pages are left out, by name") {
  const Case cases[] = {
      {"no such page", page("<title>404 Not Found</title>", "<h1>Not Found</h1><p>nginx</p>")},
      {"with the site's name",
       page("<title>Halaman tidak ditemukan | Kabar</title>", "<p>Maaf.</p>" + links(10))},
      {"in the heading alone", page("<title>Kabar</title>", "<h1>404</h1><p>Maaf.</p>")},
      {"moved", page("<title>Object moved</title>", "<h2>Object moved to <a href=/>here</a>")},
      {"a door", page("<title>Masuk - Kabar</title>", "<form><p>Silakan masuk.</p></form>")},
      {"a guard at the gate", page("<title>Just a moment...</title>", "<p>Checking.</p>")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(read_file("a.html", c.html).messages == std::vector<std::string>{error_warning});
  }
}

TEST_CASE("no article: an article among many links goes in, however short") {
  const std::string text = "<p>" + sentence + "</p>";
  const std::string brief = "<p>Harga gabah di Subang bertahan Rp5.000, kata Bulog.</p>";
  const std::string title = "<title>Saluran irigasi di tiga dusun diperbaiki - Kabar</title>";
  const std::string heading = "<h1>Saluran irigasi di tiga dusun diperbaiki</h1>";
  const Case cases[] = {
      {"a brief under a short heading", page(title, "<h1>Irigasi</h1>" + brief + links(20))},
      {"a headline and a picture", page(title, heading + "<img src=a.jpg>" + links(20))},
      {"no heading, text above the links", page(title, text + links(20, text))},
      {"captions that are links",
       page("<title>Foto: Irigasi</title>",
            "<h1>Foto: Irigasi</h1>" + links(1) +
                "<a href='/f'>Warga memperbaiki saluran irigasi di Dusun Krajan.</a>")},
      {"a stated date", page("<meta property='article:published_time' content='2021-05-03'>",
                             "<h1>Irigasi</h1>" + links(20))},
      {"microdata", page(title, "<h1>Irigasi</h1>" + links(9) + "<div itemprop=articleBody>" +
                                    brief + "</div>")},
      {"Open Graph", page("<meta property='og:type' content='article'>", brief + links(20))},
      {"a film", page("<meta property='og:type' content='video.other'><title>Video</title>",
                      "<h1>Video</h1>" + links(20))},
      {"a long text on a page that a theme calls a list",
       page(title, heading + text + text + text + links(9), "blog")},
      {"a short text on such a page", page(title, heading + text + links(9), "blog home")},
      {"a site that keeps its articles with its archive",
       page("<link rel=canonical href='https://kabar.example/tag/tani.html'>",
            heading + text + links(5))},
      {"the number in a headline",
       page("<title>404 rumah rusak, warga mengungsi</title>", text + text)},
      {"a list of articles that is one, with a sentence on each",
       page(title, heading + "<ol><li><a href=1>Irigasi</a>. " + sentence + "</li></ol>")},
      {"pictures of persons, short", page("<title>Not found in Java</title>", text)},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.html", c.html);
    CHECK(read.messages.empty());
    CHECK(read.articles.size() == 1);
  }
}
