// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/user_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "drawn_tokens.hpp"
#include "kliping/analysis/analyzer.hpp"

using namespace kliping;

namespace {

std::string described(const std::vector<Diagnostic>& faults) {
  std::string lines;
  for (const Diagnostic& fault : faults) {
    lines +=
        fault.locator + ':' + std::to_string(fault.line) + ": " + fault.message.english() + '\n';
  }
  return lines;
}

}  // namespace

TEST_CASE("user words: lists are folded, sorted, and told apart by nothing else") {
  std::vector<Diagnostic> faults;
  CHECK(read_exceptions("# roots\n\nMemakan\tmakan\r\nBekasi \t kasi\n", "x", faults) ==
        "bekasi\tkasi\nmemakan\tmakan\n");
  CHECK(read_exceptions("\xEF\xBB\xBF"
                        "bekasi\tkasi\nmemakan\tmakan\nbekasi\tkasi",
                        "x", faults) == "bekasi\tkasi\nmemakan\tmakan\n");
  CHECK(read_protected("Per\xC3\xB3n\nJum'at\nper\xC3\xB3n\n", "x", faults) == "jumat\nperon\n");
  CHECK(faults.empty());
}

TEST_CASE("user words: each bad line is named") {
  std::vector<Diagnostic> faults;
  CHECK(read_exceptions("a\tb\nkata\n\tx\nx\t\ndua kata\tkata\na\tc\n", "akar.tsv", faults) ==
        "a\tb\n");
  CHECK(described(faults) ==
        "akar.tsv:2: no tab between a word and its root\n"
        "akar.tsv:3: a word is missing\n"
        "akar.tsv:4: a word is missing\n"
        "akar.tsv:5: 'dua kata' is not one word\n"
        "akar.tsv:6: 'a' has another root in line 1\n");
  faults.clear();
  CHECK(read_protected("satu\nWaras Alami\n" + std::string(300, 'x') + "\n", "nama", faults) ==
        "satu\n");
  CHECK(faults.size() == 2);
}

TEST_CASE("user words: what is protected stays, whatever the exceptions say") {
  const UserWords words({"bekasi\tkasi\nmemakan\tmakan\n", "bekasi\n"});
  CHECK(words.root("bekasi") == "bekasi");
  CHECK(words.root("memakan") == "makan");
  CHECK_FALSE(words.root("makan"));
  CHECK(UserWords(WordLists{}).empty());
}

TEST_CASE("user words: any bytes from an index are survived") {
  const UserWords words({"no tab\n\tx\nx\t\n\n\ty\n", "\n\n"});
  CHECK(words.empty());
}

TEST_CASE("user words: the analyzer follows them and says so in its fingerprint") {
  const Analyzer plain;
  const Analyzer listed(WordLists{"pemerintah\tpemerintah\nsoto\tkuah\n", "terusmenerus\n"});
  TokenList list;
  listed.analyze("Pemerintahan pemerintah SOTO terusmenerus", list);
  std::string roots;
  for (const Token& token : list.tokens) roots += std::string(token.root) + ' ';
  CHECK(roots == "perintah pemerintah kuah terusmenerus ");

  CHECK(plain.fingerprint() == Analyzer(WordLists{}).fingerprint());
  CHECK(plain.fingerprint() != listed.fingerprint());
  CHECK(Analyzer(WordLists{"a\tb\n", ""}).fingerprint() !=
        Analyzer(WordLists{"a\tc\n", ""}).fingerprint());
  CHECK(Analyzer(WordLists{"", "a\n"}).fingerprint() !=
        Analyzer(WordLists{"a\n", ""}).fingerprint());
}

TEST_CASE("user words: a listed word is not taken apart") {
  TokenList list;
  Analyzer{}.analyze("KorutPutin Utaramengancam kerjasama", list);
  const std::size_t apart = list.tokens.size();
  Analyzer(WordLists{"", "kerjasama\nkorutputin\nutaramengancam\n"})
      .analyze("KorutPutin Utaramengancam kerjasama", list);
  CHECK(apart == 9);
  CHECK(list.tokens.size() == 3);
}
