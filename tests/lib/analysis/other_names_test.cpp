// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/other_names.hpp"

#include <doctest/doctest.h>

#include <string>

#include "analysis/written_forms.hpp"
#include "kliping/analysis/analyzer.hpp"

using namespace kliping;

namespace {

/// `Korea Utara = korut`, one a line.
template <typename Finder>
std::string describe(std::string_view query, Finder find) {
  TokenList list;
  Analyzer{}.analyze_query(query, list);
  std::string lines;
  for (const OtherName& name : find(query, list.tokens)) {
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
      {"a name in another spelling", "Jogjakarta", "Jogjakarta = jogja\nJogjakarta = yogya\n"},
      {"a short form with affixes, and as a part", "di-PHK",
       "di-PHK = pemutusan hubungan kerja\nPHK = pemutusan hubungan kerja\n"},
      {"a doubled word is not its half", "mata-mata", ""},
      {"three words", "pemutusan hubungan kerja", "pemutusan hubungan kerja = phk\n"},
      {"an everyday word in lower case is left alone", "as roda mobil", ""},
      {"and means the country in capitals", "pasukan AS", "AS = amerika serikat\n"},
      {"several long forms: left alone", "PKB", ""},
      {"words apart are no name", "Korea dan Utara", ""},
      {"nothing to say", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(describe(c.query, other_names) == c.names);
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
    CAPTURE(describe(c.query, other_names));
    CHECK(describe(c.query, other_names).find(c.names) != std::string::npos);
  }
}

TEST_CASE("other names: the longest name comes first") {
  const std::string names = describe("DK PBB", other_names);
  CHECK(names.starts_with("DK PBB = dewan keamanan"));
}

TEST_CASE("written forms: dates, decimals and initials stand for each other") {
  const Case cases[] = {
      {"a month by name and by number", "17 Agustus 1945",
       "17 Agustus 1945 = 17 8 1945\n17 Agustus 1945 = 17 08 1945\n"
       "17 Agustus 1945 = 1945 08 17\n"},
      {"the year first", "1945-08-17",
       "1945-08-17 = 17 agustus 1945\n1945-08-17 = 17 8 1945\n1945-08-17 = 17 08 1945\n"},
      {"and back, with zeros and without", "rapat 1/9/2020",
       "1/9/2020 = 1 september 2020\n1/9/2020 = 01 09 2020\n"
       "1/9/2020 = 2020 09 01\n"},
      {"nothing to fill with zeros", "17-10-1945",
       "17-10-1945 = 17 oktober 1945\n17-10-1945 = 1945 10 17\n"},
      {"three numbers are no date", "3 4 2020", ""},
      {"nor are a day and a month too large", "32 Agustus 1945 17/13/1945", ""},
      {"a full stop for a decimal comma", "naik 2.5 persen", "2.5 = 2,5\n"},
      {"and back", "5,12", "5,12 = 5.12\n"},
      {"glued to a currency", "Rp1.5 triliun", "Rp1.5 = rp 1,5\n"},
      {"and to a percent sign", "2.5%", "2.5% = 2,5 persen\n"},
      {"thousands are no decimals", "1.500", ""},
      {"a unit that is glued to its number", "lari 10km", "10km = 10 km\n10km = 10 kilometer\n"},
      {"and not", "sabu 2,5 kg", "2,5 = 2.5\n2,5 kg = 2,5 kilogram\n2,5 kg = 2,5kg\n"},
      {"and by its name", "5 kilogram", "5 kilogram = 5 kg\n5 kilogram = 5kg\n"},
      {"other letters behind a number are its own", "4x4 A330 5g", ""},
      {"initials alone", "BJ Habibie", "BJ = b j\n"},
      {"as people type them", "bj habibie", "bj = b j\n"},
      {"a word is no initials", "di Bandung ke Jakarta", ""},
      {"nor is a short form that we know", "RI Jakarta", ""},
      {"initials with a space", "B. J. Habibie", "B. J = bj\n"},
      {"and without", "B.J. Habibie", "B.J = b j\n"},
      {"one initial is none to join", "Muhammad A. Rahman", ""},
      {"letters without a name behind", "butir a. b.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(describe(c.query, written_forms) == c.names);
  }
}
