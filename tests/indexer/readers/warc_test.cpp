// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <sstream>

#include "packed.hpp"
#include "reading.hpp"

using namespace kliping;
using namespace kliping::indexer;
using testing::compressed;
using testing::read_file;

namespace {

using Names = std::vector<std::string>;

const std::string page =
    "<html><head><title>Banjir di hulu</title></head><body><p>Hujan lebat.</p></body></html>";

std::string http(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

std::string record(const std::string& type, const std::string& block,
                   const std::string& version = "WARC/1.0",
                   const std::string& url = "https://contoh.id/a") {
  return version + "\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-03-28T02:00:00Z\r\nContent-Type: application/http\r\n"
         "Content-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& headers, const std::string& body) {
  return record("response", http(headers, body));
}

/// What is read of one response.
testing::Read read_response(const std::string& headers, const std::string& body) {
  return read_file("a.warc", response(headers, body));
}

constexpr const char* html = "Content-Type: text/html; charset=utf-8\r\n";

}  // namespace

TEST_CASE("warc: pages and texts that were fetched whole, by the offset of their record") {
  const std::string before = record("warcinfo", "software: x\r\n") +
                             record("request", "GET / HTTP/1.1\r\n\r\n") +
                             record("metadata", "via: x\r\n") + record("revisit", http(html, page));
  const auto read =
      read_file("a", before + response(html, page) +
                         record("response", http("Content-Type: text/plain\r\n", "Isi."),
                                "WARC/1.1", "<https://contoh.id/b>"));
  CHECK(read.messages == Names{});
  REQUIRE(read.articles.size() == 2);
  const Article& article = read.articles[0];
  CHECK(article.title == "Banjir di hulu");
  CHECK(article.body == "Hujan lebat.");
  CHECK(article.url == "https://contoh.id/a");
  CHECK(article.id == "https://contoh.id/a");
  CHECK(article.locator == "a@" + std::to_string(before.size()));
  REQUIRE(article.date);
  CHECK(to_iso(*article.date) == "2024-03-28T02:00:00+00:00");
  CHECK(read.articles[1].url == "https://contoh.id/b");
  CHECK(read.articles[1].body == "Isi.");
}

TEST_CASE("warc: packed record by record, the offset is the packed record's") {
  const std::string first = compressed("gzip", record("warcinfo", "software: x\r\n"));
  const std::string second = compressed("gzip", response(html, page));
  const auto read = read_file("a.warc.gz", first + second + second);
  CHECK(read.messages == Names{});
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].locator == "a.warc.gz@" + std::to_string(first.size()));
  CHECK(read.articles[1].locator == "a.warc.gz@" + std::to_string(first.size() + second.size()));
}

TEST_CASE("warc: what is no article is passed over without a word") {
  const std::string good = response(html, page);
  struct Case {
    const char* why;
    std::string other;
  };
  const Case cases[] = {
      {"a picture", response("Content-Type: image/png\r\n", "x")},
      {"a script", response("Content-Type: application/javascript\r\n", "x")},
      {"not found",
       record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page)},
      {"moved", record("response", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" + page)},
      {"for crawlers", record("response", http("Content-Type: text/plain\r\n", "User-agent: *"),
                              "WARC/1.0", "https://contoh.id/robots.txt")},
      {"the crawler's own log", record("resource", "x")},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_file("a.warc", c.other + good);
    CHECK(read.articles.size() == 1);
    CHECK(read.messages == Names{});
  }
  CHECK(read_file("a.warc", cases[0].other).messages ==
        Names{"a.warc: warning: a web archive without a page or text that was fetched whole"});
}

TEST_CASE("warc: bodies are joined and unpacked as their head says, or taken as they are") {
  const std::string packed = compressed("gzip", page);
  const auto hex = [](std::size_t size) {
    std::ostringstream text;
    text << std::hex << size;
    return text.str();
  };
  const auto chunks = [&](const std::string& body) {
    const std::size_t half = body.size() / 2;
    return hex(half) + "\r\n" + body.substr(0, half) + "\r\n" + hex(body.size() - half) +
           ";x=1\r\n" + body.substr(half) + "\r\n0\r\n\r\n";
  };
  // Raw deflate is what gzip has between its ten bytes of head and eight of tail.
  const std::string raw = packed.substr(10, packed.size() - 18);
  struct Case {
    const char* why;
    std::string headers;
    std::string body;
  };
  const Case cases[] = {
      {"chunked", "Transfer-Encoding: chunked\r\n", chunks(page)},
      {"gzip", "Content-Encoding: gzip\r\n", packed},
      {"both", "transfer-encoding: chunked\r\ncontent-encoding: GZIP\r\n", chunks(packed)},
      {"raw deflate", "Content-Encoding: deflate\r\n", raw},
      {"unchunked by the crawler", "Transfer-Encoding: chunked\r\n", page},
      {"unpacked by the crawler", "Content-Encoding: gzip\r\n", page},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto read = read_response(html + c.headers, c.body);
    CHECK(read.messages == Names{});
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].body == "Hujan lebat.");
  }
  const auto refused = read_response(std::string{html} + "Content-Encoding: br\r\n", "x");
  CHECK(refused.messages ==
        Names{"a.warc@0: error: the body is packed by 'br', which is not read"});
}

TEST_CASE("warc: the server's encoding counts where the bytes are not UTF-8") {
  const auto read = read_response("Content-Type: text/html; charset=koi8-r\r\n",
                                  "<html><body><p>\xC4\xC1 hujan.</p></body></html>");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].body == "да hujan.");
}

TEST_CASE("warc: damage costs the record, and the next is found again") {
  const std::string good = response(html, page);
  const auto garbage = read_file("a.warc", good + "sampah\r\nlagi\r\n" + good);
  CHECK(garbage.articles.size() == 2);
  CHECK(garbage.messages == Names{"a.warc@" + std::to_string(good.size()) +
                                  ": error: no WARC record begins here: skipped up to the next"});
  const auto cut = read_file("a.warc", good + good.substr(0, good.size() - 40));
  CHECK(cut.articles.size() == 1);
  CHECK(cut.messages == Names{"a.warc@" + std::to_string(good.size()) +
                              ": error: the web archive ends inside this record"});
  const auto lengthless = read_file("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good);
  CHECK(lengthless.articles.size() == 1);
  CHECK(lengthless.messages == Names{"a.warc@0: error: a WARC record without a length"});
  ReadOptions options;
  options.max_record_bytes = 100;
  CHECK(
      read_file("a.warc", good, options).messages ==
      Names{
          "a.warc@0: error: a record of more than 100 bytes | hint: --max-size takes larger ones"});
}

TEST_CASE("warc: ARC files of early crawls, both versions") {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Panen raya "
      "dimulai</title><p>Petani "
      "memanen padi lebih awal karena hujan.</p>";
  const std::string version =
      "1 0 Arsip\nURL IP-address Archive-date Content-type Archive-length\n";
  const std::string begin = "filedesc://a.arc 0.0.0.0 20040709000000 text/plain " +
                            std::to_string(version.size()) + "\n" + version + "\n";
  const std::string size = std::to_string(page.size());
  for (const std::string& words :
       {"text/html " + size, "text/html 200 ABCD - 1234 a.arc " + size}) {
    CAPTURE(words);
    const auto read =
        read_file("a.arc", begin + "dns:kabar.example 10.0.0.1 20040709010200 text/dns 4\nabcd\n" +
                               "http://kabar.example/1 10.0.0.1 20040709010203 " + words + "\n" +
                               page + "\n");
    CHECK(read.messages.empty());
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].title == "Panen raya dimulai");
    CHECK(read.articles[0].url == "http://kabar.example/1");
    CHECK(to_iso(*read.articles[0].date) == "2004-07-09T01:02:03+00:00");
  }
}

TEST_CASE("warc: pages put into a web archive, and texts made of them") {
  const auto record = [](const std::string& type, const std::string& address,
                         const std::string& media, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address +
           "\r\nWARC-Date: 2021-07-04T01:10:00Z\r\nContent-Type: " + media +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  };
  const auto read =
      read_file("a.warc", record("resource", "https://a.example/1", "text/html",
                                 "<title>Panen raya dimulai</title><p>Petani memanen padi.</p>") +
                              record("conversion", "https://a.example/2", "text/plain",
                                     "Banjir surut\n\nWarga kembali ke rumah.") +
                              record("resource", "metadata://a.example/log", "text/plain", "log") +
                              record("resource", "https://a.example/3", "image/png", "x"));
  CHECK(read.messages.empty());
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].title == "Panen raya dimulai");
  CHECK(read.articles[1].title == "Banjir surut");
  CHECK(read.articles[1].url == "https://a.example/2");
}
