// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/variant.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kliping/analysis/stemmer.hpp"

using namespace kliping;

namespace {

struct Case {
  std::string why;
  std::string word;
  std::string words;
};

std::string split(const std::string& word) {
  RootBuffer buffer;
  const CompoundWords compound = split_compound(stem(word, buffer));
  std::string words;
  for (std::size_t k = 0; k < compound.count; ++k) {
    if (k > 0) words += ' ';
    words += compound.words[k];
  }
  return words;
}

}  // namespace

TEST_CASE("variants: a compound in one word is also its words") {
  const Case cases[] = {
      {"written apart by the norm", "walikota", "wali kota"},
      {"with a clitic", "kerjasamanya", "kerja sama"},
      {"between affixes, where the norm joins it", "mempertanggungjawabkan", "tanggung jawab"},
      {"a prefix that makes compounds with any word", "pascagempa", "pasca gempa"},
      {"only where a word is left", "pascaxyzw", ""},
      {"not in a word of its own", "pramuka", ""},
      {"one word by the norm: olah alone is another", "olahraga", ""},
      {"a preposition written on is no compound", "kedalaman", ""},
      {"an ordinary word", "menteri", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(split(c.word) == c.words);
  }
}

TEST_CASE("variants: a root is given in its standard spelling") {
  CHECK(standard_spelling("resiko") == "risiko");
  CHECK(standard_spelling("propinsi") == "provinsi");
  CHECK(standard_spelling("risiko") == "risiko");
  CHECK(standard_spelling("sanksi") == "sanksi");  // no spelling of sangsi, doubt
}

TEST_CASE("variants: spoken words meet the standard, and the stemmer keeps them whole") {
  RootBuffer buffer;
  CHECK(standard_root("temen", buffer) == "teman");
  CHECK(standard_root("nyaleg", buffer) == "caleg");
  CHECK(standard_root("dikerjain", buffer) == "kerja");
  CHECK(stem("nyaleg", buffer) == "nyaleg");
  CHECK(stem("memukul-mukul", buffer) == "pukul");
  CHECK(standard_root("nanti", buffer) == "nanti");
}

TEST_CASE("variants: affixed, they meet their standard spelling's root") {
  struct Pair {
    std::string why;
    std::string variant;
    std::string standard;
  };
  const Pair pairs[] = {
      {"an affix that only the standard form is attested with", "beresiko", "berisiko"},
      {"meN- melts", "mengantri", "mengantre"},
      {"a variant that the lexicon has for itself", "dihimbau", "diimbau"},
      {"listed as a derivation", "perijinan", "perizinan"},
      {"... whose root is one of several letters less", "himbauan", "imbauan"},
      {"peN- melts the standard form's t only", "terlantar", "penelantaran"},
      {"the fault is in the affix", "mensukseskan", "menyukseskan"},
      {"-ir of Dutch verbs", "mengkoordinir", "mengoordinasi"},
  };
  for (const auto& pair : pairs) {
    CAPTURE(pair.why);
    RootBuffer first;
    RootBuffer second;
    CHECK(standard_root(pair.variant, first) == standard_root(pair.standard, second));
  }
}

TEST_CASE("variants: a word in the spelling of before 1972 has the modern word's root") {
  const Case cases[] = {
      {"tj, and j for y", "pertjaja", "percaya"},
      {"dj", "djakarta", "jakarta"},
      {"oe", "soekarno", "sukarno"},
      {"oe alone", "oemar", "umar"},
      {"sj", "sjarat", "syarat"},
      {"ch", "achir", "akhir"},
      {"nj melts, too", "menjusul", "susul"},
      {"a fish, by the lexicon: men-japu is a reading of today", "menjapu", "japu"},
      {"j behind a consonant", "rakjat", "rakyat"},
      {"affixes and clitics in the old spelling", "kepertjajaannja", "percaya"},
      {"and a variant of today's", "soerabaja", "surabaya"},
      {"a modern word, for all its letters", "menjaga", "jaga"},
      {"j behind a vowel proves nothing", "praja", "praja"},
      {"nj of a mistyped word: menyalim is not in use", "menjalim", "jalim"},
      {"ch of a foreign word that no modern one answers", "touch", "touch"},
      {"shorter words are names", "moe", "moe"},
      {"nothing modern answers", "boeing", "boeing"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    RootBuffer buffer;
    CHECK(standard_root(c.word, buffer) == c.words);
  }
}

TEST_CASE("variants: a word as long as may be respelled, and longer ones") {
  for (const std::size_t size : {59U, 60U, 61U, 300U}) {
    CAPTURE(size);
    std::string word;
    while (word.size() < size) word += "nj";
    word.resize(size);
    RootBuffer buffer;
    CHECK(standard_root(word, buffer) == word);
  }
}
