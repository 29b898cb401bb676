// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/anchors.hpp"

#include <doctest/doctest.h>

#include "search/passages.hpp"

using namespace kliping;

namespace {

/// The sentences of `text` that are looked at first for these roots, with a bar between them.
std::string first_looked_at(std::vector<std::string> roots, std::string_view text) {
  Wanted wanted;
  wanted.roots = std::move(roots);
  std::string out;
  for (const Span span : Anchors(wanted, Analyzer()).promising(text, sentences(text, {}))) {
    out += (out.empty() ? "" : "|") + std::string{span.of(text)};
  }
  return out;
}

}  // namespace

TEST_CASE("anchors: the fewest sentences that hold the letters of all roots") {
  struct Case {
    const char* why;
    std::vector<std::string> roots;
    const char* text;
    const char* looked_at;
  };
  const Case cases[] = {
      {"the one that has them", {"banjir"}, "Hujan deras. Banjir datang.", "Banjir datang."},
      {"a prefix may swallow the first letter", {"sapu"}, "Ia diam. Ia menyapu.", "Ia menyapu."},
      {"another letter in its place makes another word",
       {"naik"},
       "Kabar baik. Harga naik.",
       "Harga naik."},
      {"each melts into a nasal of its own", {"sapu"}, "Ia mengapung. Ia menyapu.", "Ia menyapu."},
      {"the first of equals", {"pasar"}, "Pasar buka. Pasar tutup.", "Pasar buka."},
      {"one for both roots rather than two",
       {"hujan", "pasar"},
       "Pasar buka. Hujan deras. Pasar kena hujan.",
       "Pasar kena hujan."},
      {"in the text's order",
       {"hujan", "pasar"},
       "Pasar buka. Hujan deras.",
       "Pasar buka.|Hujan deras."},
      {"letters again where they began in vain", {"kabab"}, "Kaba kabb. Kabkabab.", "Kabkabab."},
      {"not across the end of a sentence", {"banjir"}, "Kota ban.\nJir itu.", ""},
      {"at the very end", {"banjir"}, "Ada banjir", "Ada banjir"},
      {"nowhere", {"banjir"}, "Hujan deras.", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(first_looked_at(c.roots, c.text) == c.looked_at);
  }
}

TEST_CASE("anchors: all sentences that hold a wish are at hand afterwards") {
  const std::string_view text = "Pasar buka. Hujan deras. Pasar tutup. Malam tiba.";
  Wanted wanted;
  wanted.roots = {"hujan", "pasar"};
  Anchors anchors(wanted, Analyzer());
  const std::vector<Span> all = sentences(text, {});
  anchors.promising(text, all);
  const auto drawn = [&](std::uint64_t wishes) {
    std::string out;
    for (const Span span : anchors.holding(all, wishes)) out += std::string{span.of(text)} + '|';
    return out;
  };
  CHECK(drawn(1) == "Hujan deras.|");
  CHECK(drawn(2) == "Pasar buka.|Pasar tutup.|");
  CHECK(drawn(3) == "Pasar buka.|Hujan deras.|Pasar tutup.|");
}
