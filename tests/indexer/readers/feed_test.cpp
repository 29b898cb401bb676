// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::read_file;

namespace {

using Names = std::vector<std::string>;

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>Kabar Contoh</title>\n" +
         items + "</channel></rss>\n";
}

Article item(const std::string& content) {
  const auto read = read_file("a.xml", rss("<item>" + content + "</item>"));
  REQUIRE(read.articles.size() == 1);
  return read.articles[0];
}

}  // namespace

TEST_CASE("feed: an item of RSS by its fields, the whole text over the summary") {
  const Article article = item(
      "<media:title>Foto</media:title><title>Banjir &amp; longsor</title>"
      "<link>https://daerah.contoh.id/2024/a?x=1&amp;y=2</link>"
      "<guid isPermaLink=\"false\">tag:contoh,1</guid>"
      "<pubDate>Thu, 28 Mar 2024 09:00:00 +0700</pubDate><category>Daerah</category>"
      "<category>Air</category><dc:creator><![CDATA[Ani Lestari]]></dc:creator>"
      "<content:encoded><![CDATA[<p>Paragraf&nbsp;satu.</p><p>Paragraf dua.</p>]]>"
      "</content:encoded><description>Ringkas.</description>");
  CHECK(article.id == "tag:contoh,1");
  CHECK(article.title == "Banjir & longsor");
  CHECK(article.body == "Paragraf satu.\nParagraf dua.");
  CHECK(article.url == "https://daerah.contoh.id/2024/a?x=1&y=2");
  CHECK(article.author == "Ani Lestari");
  CHECK(article.section == "Daerah");
  CHECK(article.source == "contoh");
  CHECK(article.locator == "a.xml:3");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-28T09:00:00+07:00");
}

TEST_CASE("feed: a permanent link is the address; without one the feed's title is the source") {
  const Article linked = item("<guid>https://contoh.id/a</guid><description>Isi.</description>");
  CHECK(linked.url == "https://contoh.id/a");
  CHECK(linked.id == "https://contoh.id/a");
  const Article bare = item("<title>Judul</title><author>a@contoh.id (Budi)</author>");
  CHECK(bare.source == "Kabar Contoh");
  CHECK(bare.author == "Budi");
}

TEST_CASE("feed: an entry of Atom, its XHTML by paragraphs") {
  const auto read = read_file(
      "a.xml",
      "<!-- umpan --><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Kabar</title><entry>"
      "<id>urn:1</id><title type=\"html\">Judul &lt;b&gt;tebal&lt;/b&gt;</title>"
      "<link rel=\"self\" href=\"https://contoh.id/1.xml\"/><link href=\"https://contoh.id/1\"/>"
      "<updated>2024-03-29T09:00:00Z</updated><published>2024-03-28T09:00:00Z</published>"
      "<author><name>Ani</name><email>a@contoh.id</email></author><category term=\"daerah\"/>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Satu &lt; dua.</p>"
      "<p>Tiga.</p></div></content><summary>Ringkas.</summary></entry></feed>");
  REQUIRE(read.articles.size() == 1);
  const Article& article = read.articles[0];
  CHECK(article.id == "urn:1");
  CHECK(article.title == "Judul tebal");
  CHECK(article.body == "Satu < dua.\nTiga.");
  CHECK(article.url == "https://contoh.id/1");
  CHECK(article.author == "Ani");
  CHECK(article.section == "daerah");
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-28T09:00:00+00:00");
}

TEST_CASE("feed: RDF, and other encodings than UTF-8") {
  const auto read = read_file("a.rdf",
                              "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rdf:RDF "
                              "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                              "xmlns=\"http://purl.org/rss/1.0/\">"
                              "<channel><title>K</title></channel><item><title>Caf\xE9 \x93"
                              "dua\x94</title></item></rdf:RDF>");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "Café “dua”");
}

TEST_CASE("feed: references that XML does not know lose no word, none unfolds") {
  struct Case {
    const char* why;
    const char* title;
    const char* read;
  };
  const Case cases[] = {
      {"bare", "AT&T dan B&", "AT&T dan B&"},
      {"names of HTML", "Caf&eacute;&nbsp;&ldquo;dua&rdquo;", "Café\u00A0“dua”"},
      {"by number", "&#8220;a&#x201D;", "“a”"},
      {"nobody's", "a &entah; b", "a &entah; b"},
      {"twice escaped", "a &amp;amp; b", "a & b"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(item("<title>" + std::string{c.title} + "</title>").title == c.read);
  }
  const auto bomb =
      read_file("a.xml",
                "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item>"
                "<title>x &b;</title></item></channel></rss>");
  REQUIRE(bomb.articles.size() == 1);
  CHECK(bomb.articles[0].title == "x &b;");
}

TEST_CASE("feed: faults cost what they touch") {
  const auto cut =
      read_file("a.xml", "<rss><channel><item><title>a</title></item>\n<item><title>b");
  CHECK(cut.articles.size() == 1);
  CHECK(cut.messages == Names{"a.xml:2: error: the feed ends inside this item"});
  const auto empty = read_file("a.xml", rss(""));
  CHECK(empty.messages == Names{"a.xml: warning: a feed without items"});
  const auto broken =
      read_file("a.xml", rss("<item><title>a</b></title></item><item><title>b</title></item>"));
  CHECK(broken.articles.size() == 2);
  ReadOptions options;
  options.max_record_bytes = 20;
  const auto large = read_file(
      "a.xml",
      rss("<item><title>aaaaaaaaaaaaaaaaaaaaaaaaa</title></item><item><title>b</title></item>"),
      options);
  CHECK(large.articles.size() == 1);
  CHECK(
      large.messages ==
      Names{"a.xml:3: error: a record of more than 20 bytes | hint: --max-size takes larger ones"});
  const auto other = read_file("a.xml", "<?xml version=\"1.0\"?><urlset><url/></urlset>");
  CHECK(other.messages == Names{"a.xml: error: a sitemap: addresses, not articles | "
                                "hint: wget --warc-file=NAME --input-file=ADDRESSES fetches them"});
}

TEST_CASE("feed: of WordPress's exports what was published, with its paragraphs") {
  const auto item_of = [](const char* type, const char* status) {
    return std::string{"<item><title>"} + type + ' ' + status +
           "</title><link>https://desa.contoh.id/" + type + status +
           "</link><content:encoded><![CDATA[<!-- wp:paragraph -->\n<p>Panen raya.</p>\n\n"
           "[caption id=\"a_12\" align=\"left\"]<img src=\"a.jpg\" /> Petani[/caption]\n\nBaris "
           "dua\n\nBaris [tiga].]]></content:encoded><wp:post_type>" +
           type + "</wp:post_type><wp:status>" + status + "</wp:status></item>";
  };
  const auto read = read_file(
      "a.xml",
      "<?xml version=\"1.0\"?><rss version=\"2.0\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Desa</title>" +
          item_of("post", "publish") + item_of("post", "draft") + item_of("attachment", "inherit") +
          item_of("nav_menu_item", "publish") + item_of("page", "publish") + "</channel></rss>");
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].title == "post publish");
  CHECK(read.articles[0].body == "Panen raya.\nPetani\nBaris dua\nBaris [tiga].");
  CHECK(read.articles[1].title == "page publish");
  CHECK(read.messages.empty());
}

TEST_CASE("feed: of Blogger's exports the posts, with their labels as sections") {
  const auto entry = [](const char* kind) {
    return std::string{"<entry><id>tag:"} + kind +
           "</id><category scheme='http://schemas.google.com/g/2005#kind' "
           "term='http://schemas.google.com/blogger/2008/kind#" +
           kind + "'/><category scheme='http://www.blogger.com/atom/ns#' term='Politik'/><title>" +
           kind + "</title><content type='html'>Isi &lt;b&gt;tebal&lt;/b&gt;.</content></entry>";
  };
  const auto read =
      read_file("a.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title>" +
                             entry("settings") + entry("post") + entry("comment") + "</feed>");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].title == "post");
  CHECK(read.articles[0].section == "Politik");
  CHECK(read.articles[0].body == "Isi tebal.");
}
