// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/other_names.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kliping/analysis/analyzer.hpp"

using namespace kliping;

namespace {

/// `Korea Utara = korut`, one a line.
std::string describe(std::string_view query) {
  TokenList list;
  Analyzer{}.analyze_query(query, list);
  std::string lines;
  for (const OtherName& name : other_names(query, list.tokens)) {
    const std::uint32_t begin = list.tokens[name.first].span.begin;
    const std::uint32_t end = list.tokens[name.last - 1].span.end;
    lines += query.substr(begin, end - begin);
    lines += " =";
    for (const std::string& word : name.words) lines += ' ' + word;
    lines += '\n';
  }
  return lines;
}

struct Case {
  const char* why;
  const char* query;
  const char* names;
};

}  // namespace

TEST_CASE("other names: short and long forms stand for each other") {
  const Case cases[] = {
      {"long to short", "Korea Utara Rusia", "Korea Utara = korut\n"},
      {"short to long, whatever the case", "korut menang", "korut = korea utara\n"},
      {"a hyphen joins two names", "Rusia-Korut", "Korut = korea utara\n"},
      {"three words", "pemutusan hubungan kerja", "pemutusan hubungan kerja = phk\n"},
      {"an everyday word in lower case is left alone", "as roda mobil", ""},
      {"and means the country in capitals", "pasukan AS", "AS = amerika serikat\n"},
      {"several long forms: left alone", "PKB", ""},
      {"words apart are no name", "Korea dan Utara", ""},
      {"nothing to say", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(describe(c.query) == c.names);
  }
}

TEST_CASE("other names: hyphens of a name are written, left out or spaces") {
  const Case cases[] = {
      {"two tokens", "kader PDI-P", "PDI-P = pdip\n"},
      {"a space", "kader PDI P", "PDI P = pdip\n"},
      {"back", "kader PDIP", "PDIP = pdi-p\n"},
      {"one token with parts", "blangko e-KTP", "e-KTP = ktp elektronik\n"},
      {"kin by their meaning", "blangko KTP-el", "KTP-el = e-ktp\n"},
      {"of a long form", "undang undang baru", "undang undang = uu\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(describe(c.query));
    CHECK(describe(c.query).find(c.names) != std::string::npos);
  }
}

TEST_CASE("other names: the longest name comes first") {
  const std::string names = describe("DK PBB");
  CHECK(names.starts_with("DK PBB = dewan keamanan"));
}
