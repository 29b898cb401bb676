// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lost_space.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kliping/analysis/stemmer.hpp"

using namespace kliping;

namespace {

struct Case {
  const char* why;
  std::string word;
  std::string halves;
};

/// The word with a bar where its space was.
std::string with_bar(std::string word) {
  RootBuffer buffer;
  const std::size_t space = find_lost_space(word, stem(word, buffer));
  return space == 0 ? word : word.insert(space, "|");
}

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    INFO(c.why);
    CHECK(with_bar(c.word) == c.halves);
  }
}

}  // namespace

TEST_CASE("lost space: two known words") {
  check({
      {"a name and a derivation", "utaramengancam", "utara|mengancam"},
      {"a name and a function word", "selatanmulai", "selatan|mulai"},
      {"a derivation and a name", "dikutipantara", "dikutip|antara"},
      {"a derivation whose root is listed", "jepangmengatakan", "jepang|mengatakan"},
      {"a noun with its affixes before another", "penyebabbanjir", "penyebab|banjir"},
      {"a function word before a noun", "sebuahkebun", "sebuah|kebun"},
      {"a bare verb of headlines", "inggriscatatkan", "inggris|catatkan"},
      {"a short function word after a name", "ukrainadan", "ukraina|dan"},
      {"-akan after a name", "subiantoakan", "subianto|akan"},
  });
}

TEST_CASE("lost space: a known word and an unknown") {
  check({
      {"a derivation after any name", "zubrovmengunggah", "zubrov|mengunggah"},
      {"a function word after a foreign word", "projectyang", "project|yang"},
      {"a function word before a foreign word", "sebagaipublisher", "sebagai|publisher"},
      {"letters in which no word begins", "sebagaitmple", "sebagaitmple"},
  });
}

TEST_CASE("lost space: what is one word stays one") {
  check({
      {"a name of the lexicon", "sulawesi", "sulawesi"},
      {"... that seems to hold words", "prabowo", "prabowo"},
      {"a given name", "natalia", "natalia"},
      {"a name of two known parts", "yuliyanto", "yuliyanto"},
      {"... and a village of two nouns", "banyusari", "banyusari"},
      {"a given name that ends like a function word", "iswandari", "iswandari"},
      {"a foreign word of two known parts", "modelling", "modelling"},
      {"a word of the lexicon that is two at sight", "matahari", "matahari"},
      {"a derivation of the grammar", "mempertanggungjawabkan", "mempertanggungjawabkan"},
      {"a prefix written on is no word", "antarkabupaten", "antarkabupaten"},
      {"a doubled word without its hyphen", "masingmasing", "masingmasing"},
      {"... with a prefix", "terusmenerus", "terusmenerus"},
      {"a typing error in a suffix", "menjelasakan", "menjelasakan"},
      {"... at a suffix", "menuliskana", "menuliskana"},
      {"... in the middle", "sebelumnnya", "sebelumnnya"},
      {"two nouns: a name or a brand as like as not", "sukagalih", "sukagalih"},
      {"too short", "inidan", "inidan"},
      {"other than letters", "2026sisakan", "2026sisakan"},
      {"longer than words are", std::string(30, 'x') + "mengatakan" + std::string(30, 'x'),
       std::string(30, 'x') + "mengatakan" + std::string(30, 'x')},
  });
}
