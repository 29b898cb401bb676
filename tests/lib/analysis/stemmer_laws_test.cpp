// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <string>

#include "analysis/stemmer/compiled_lexicon.hpp"
#include "analysis/stemmer/resolve.hpp"
#include "kliping/analysis/stemmer.hpp"

using namespace kliping;
using morphology::compiled_lexicon;
using morphology::Entry;
using morphology::EntryKind;

namespace {

std::string root_of(std::string_view word) {
  RootBuffer buffer;
  return std::string{stem(word, buffer)};
}

/// Words of the grammar's own letters and affixes, with strays: they reach its corners.
std::string random_word(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {
      "me", "mem", "men", "meng", "per", "ber", "di", "ke", "tidak", "se",  "ter", "a",    "ng",
      "ny", "s",   "kan", "an",   "i",   "nya", "-",  "2",  "ku",    "lah", "'",   "\xff", "ajar"};
  std::string word;
  for (auto n = random() % 9; n > 0; --n) word += pieces[random() % std::size(pieces)];
  return word;
}

}  // namespace

TEST_CASE("stemmer: the compiled table holds what the grammar answers") {
  std::size_t forms = 0;
  compiled_lexicon.for_each([&](const Entry& entry) {
    const std::string_view grammar = morphology::resolve(compiled_lexicon, entry.word).root;
    if (entry.kind == EntryKind::form) ++forms;
    if (root_of(entry.word) == grammar) return;
    CAPTURE(entry.word);
    CHECK(root_of(entry.word) == grammar);
  });
  CHECK(forms > 20'000);
}

TEST_CASE("stemmer: an enclitic cut off a compiled form gives what the grammar answers") {
  std::size_t cut = 0;
  compiled_lexicon.for_each([&](const Entry& entry) {
    for (const char* clitic : {"nya", "lah", "pun"}) {
      const std::string word = std::string{entry.word} + clitic;
      const std::string_view grammar = morphology::resolve(compiled_lexicon, word).root;
      ++cut;
      if (root_of(word) == grammar) continue;
      CAPTURE(word);
      CHECK(root_of(word) == grammar);
    }
  });
  CHECK(cut > 100'000);
}

TEST_CASE("stemmer: a root is its own root") {
  compiled_lexicon.for_each([&](const Entry& entry) {
    if (entry.kind == EntryKind::form) return;
    if (root_of(entry.root) == entry.root) return;
    CAPTURE(entry.word);
    CHECK(root_of(entry.root) == entry.root);
  });
}

TEST_CASE("stemmer: any bytes are accepted, none come back empty") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  for (int i = 0; i < 200'000; ++i) {
    const std::string word = random_word(random);
    RootBuffer buffer;
    const std::string_view root = stem(word, buffer);
    REQUIRE_MESSAGE(root.empty() == word.empty(), word);
    REQUIRE_MESSAGE(root == root_of(word), word);
    REQUIRE_MESSAGE(root == explain_stem(word).root, word);
  }
}

TEST_CASE("stemmer: a word of 100 KB costs no more than reading it") {
  using Clock = std::chrono::steady_clock;
  for (const std::string piece : {"me", "a-", "kata", "\xff", "nya", "-"}) {
    std::string word;
    while (word.size() < 100'000) word += piece;
    CAPTURE(piece);
    const auto begin = Clock::now();
    CHECK(root_of(word) == word);
    CHECK(Clock::now() - begin < std::chrono::milliseconds{100});
  }
}

TEST_CASE("stemmer: the vocabulary's roots are the ones written down") {
  const std::string folder = KLIPING_SOURCE_DIR "/tests/data/stemmer/";
  std::ifstream words{folder + "voc.txt"};
  std::ifstream roots{folder + "output.txt"};
  std::string word;
  std::string root;
  std::size_t lines = 0;
  while (std::getline(words, word) && std::getline(roots, root)) {
    ++lines;
    CAPTURE(word);
    CHECK(root_of(word) == root);
  }
  CHECK(lines > 1'500);
  CHECK_FALSE(std::getline(roots, root));
}

TEST_CASE("stemmer: the fingerprint is a hash") {
  CHECK(lexicon_fingerprint().size() == 32);
  CHECK(lexicon_fingerprint().find_first_not_of("0123456789abcdef") == std::string_view::npos);
}
