// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/message.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <string_view>

using namespace kliping;

namespace {

/// A language in which every text is this one.
std::string translation;  // NOLINT: what a translation returns must outlive the call

const char* as_translated(const char*, const char*, std::uint64_t) {
  return translation.c_str();
}

const char* shouted(const char* text, const char* plural, std::uint64_t number) {
  if (plural != nullptr) return number == 1 ? "SATU" : "BANYAK";
  return std::string_view{text} == "empty" ? "KOSONG" : text;
}

}  // namespace

TEST_CASE("message: values stand in their places, of whatever kind they are") {
  const std::string path = "berita.db";
  CHECK(message("{}: {} of {}", path, 3, std::size_t{86}).english() == "berita.db: 3 of 86");
  CHECK(message("no query").english() == "no query");
  CHECK(message("a value is no text with places: {}", "{}").english() ==
        "a value is no text with places: {}");
  CHECK(Message{}.empty());
  CHECK(message("").empty());
  CHECK_FALSE(message("no query").empty());
}

TEST_CASE("message: a message within another is translated, what is said verbatim is not") {
  const Message inner = message("{}: {}", "empty", message("empty"));
  CHECK(inner.in(shouted) == "empty: KOSONG");
  CHECK(inner.english() == "empty: empty");
  CHECK(Message::verbatim("empty").in(shouted) == "empty");
}

TEST_CASE("message: the number chooses the form") {
  CHECK(counted(1, "{} article", "{} articles", 1).english() == "1 article");
  CHECK(counted(0, "{} article", "{} articles", 0).english() == "0 articles");
  CHECK(counted(1, "one", "many").in(shouted) == "SATU");
  CHECK(counted(7, "one", "many").in(shouted) == "BANYAK");
}

TEST_CASE(
    "message: a translation may turn values round; one that cannot be filled is passed over") {
  struct Case {
    const char* why;
    const char* translated;
    const char* said;
  };
  const Case cases[] = {
      {"in order", "dari {} ke {}", "dari A ke B"},
      {"by number", "ke {1} dari {0}", "ke B dari A"},
      {"a place too many", "{} {} {}", "from A to B"},
      {"a number too large", "{2}", "from A to B"},
      {"a bracket that stays open", "dari {", "from A to B"},
      {"a place of another kind", "dari {x} ke {:s}", "from A to B"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    translation = c.translated;
    CHECK(message("from {} to {}", "A", "B").in(as_translated) == c.said);
  }
}

TEST_CASE("message: the system's faults are told in English, whatever strerror's language is") {
  CHECK(system_message(ENOENT).english() == "No such file or directory");
  CHECK(system_message(std::make_error_code(std::errc::permission_denied)).english() ==
        "Permission denied");
  CHECK_FALSE(system_message(-1).empty());
}
