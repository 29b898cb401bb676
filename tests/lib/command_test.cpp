// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/command.hpp"

#include <doctest/doctest.h>

using namespace kliping;

TEST_CASE("command: the nearest name is suggested, a far one is not") {
  const std::vector<std::string> names{"--force", "--format", "--files-from", "--wait-lock"};
  CHECK(command::nearest("--forse", names) == "--force");
  CHECK(command::nearest("--fromat", names) == "--format");
  CHECK(command::nearest("--jsno", {"--json"}) == "--json");
  CHECK(command::nearest("--facet", {"--exact"}).empty());
  CHECK(command::nearest("--wait", names).empty());
  CHECK(command::nearest("--xyz", names).empty());
}

TEST_CASE("command: what would steer a terminal is shown as a question mark") {
  struct Case {
    const char* why;
    std::string text;
    std::string shown;
  };
  const Case cases[] = {
      {"an escape sequence", "a\x1b[31mb", "a?[31mb"},
      {"a line break in a name", "a\nb", "a?b"},
      {"C1, as UTF-8",
       "a\xC2\x9B"
       "31m",
       "a?31m"},
      {"a sign that turns the writing direction",
       "a\xE2\x80\xAE"
       "b",
       "a?b"},
      {"no UTF-8",
       "a\xFF"
       "b",
       "a?b"},
      {"letters of any script stay", "kafé 日本 \xF0\x9F\x9A\x80", "kafé 日本 \xF0\x9F\x9A\x80"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(command::visible(c.text) == c.shown);
  }
  CHECK(command::visible("a\nb", command::LineBreaks::kept) == "a\nb");
}

TEST_CASE("command: an option's value is never taken from the next argument") {
  CHECK_THROWS_AS(command::refuse_empty_values({"--since=", "banjir"}), Error);
  CHECK_NOTHROW(command::refuse_empty_values({"--since=2019", "--filter=source=", "-e", "a="}));
  CHECK_NOTHROW(command::refuse_empty_values({"--", "--since="}));
}
