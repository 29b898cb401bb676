// SPDX-License-Identifier: GPL-3.0-or-later
#include "locator_set.hpp"

#include <doctest/doctest.h>

using namespace kliping::indexer;

TEST_CASE("locator set: a place holds what lies below it, and nothing beside it") {
  struct Case {
    const char* why;
    const char* place;
    const char* locator;
    bool held;
  };
  const Case cases[] = {
      {"itself", "arsip/a.html", "arsip/a.html", true},
      {"a file below a folder", "arsip", "arsip/2019/a.html", true},
      {"a line of a file", "berita.jsonl", "berita.jsonl:42", true},
      {"the second article of a line", "berita.jsonl", "berita.jsonl:42#2", true},
      {"a record of a crawl", "crawl.warc.gz", "crawl.warc.gz@17628", true},
      {"one in an archive", "2019.tar", "2019.tar!crawl.warc@0", true},
      {"a folder with the sign in its name", "arsip", "arsip@2019/a.html", false},
      {"another with a colon", "arsip", "arsip:2019/a.html", false},
      {"a member of an archive", "arsip", "arsip/2019.tar.zst!kompas/3812.html", true},
      {"the archive itself is a root", "2019.tar", "2019.tar!kompas/a.jsonl:3", true},
      {"another name that begins alike", "arsip", "arsip2/a.html", false},
      {"the same name elsewhere", "arsip", "/srv/arsip/a.html", false},
      {"above", "arsip/2019", "arsip/a.html", false},
      {"a relative path is below here", ".", "arsip/a.html", true},
      {"an absolute one is not", ".", "/srv/a.html", false},
      {"nor one that leads out", ".", "../a.html", false},
      {"everything absolute is below the root", "/", "/srv/a.html", true},
      {"standard input is no place", "arsip", "-:1", false},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    LocatorSet set;
    set.insert(c.place);
    CHECK(set.holds(c.locator) == c.held);
  }
}

TEST_CASE("locator set: counts for every place that holds a locator") {
  LocatorSet set;
  for (const char* place : {"arsip", "arsip/2019", "lain"}) set.insert(place);
  set.count("arsip/2019/a.html");
  set.count("arsip/2020/b.html");
  CHECK(set.counted("arsip") == 2);
  CHECK(set.counted("arsip/2019") == 1);
  CHECK(set.counted("lain") == 0);
}

TEST_CASE("locator set: a record's file") {
  CHECK(without_record("berita.jsonl:42#2") == "berita.jsonl");
  CHECK(without_record("a.zip!b/crawl.warc.gz@17628") == "a.zip!b/crawl.warc.gz");
  for (const char* const whole : {"arsip/a.html", "arsip@2019/a", "2019", "a:b", "a@", ""}) {
    CHECK(without_record(whole) == whole);
  }
}

TEST_CASE("locator set: ways to write a path are one place") {
  for (const char* path : {"arsip", "./arsip", "arsip/", "././/arsip//"}) {
    INFO(path);
    CHECK(tidy_path(path) == "arsip");
  }
  CHECK(tidy_path("./") == ".");
  CHECK(tidy_path("/") == "/");
}
