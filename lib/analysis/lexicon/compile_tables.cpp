// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time: our tables of words as C++ arrays. Acronyms become meanings, both ways, sorted by
// first word; compounds, spellings and function words stay rows, and their hash goes into the
// fingerprint of the analysis.
// Usage: compile_tables FOLDER ACRONYMS_HEADER VARIANTS_HEADER FUNCTION_WORDS_HEADER
#include <algorithm>
#include <fstream>
#include <iostream>

#include "analysis/lexicon/table.hpp"
#include "hash.hpp"
#include "text/ascii.hpp"

namespace {

using kliping::lexicon::Row;

std::string lower(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      throw std::runtime_error("'" + text + "': only ASCII letters can be folded here");
    }
    c = kliping::ascii::lower(c);
  }
  return text;
}

bool has_flag(const Row& row, const char* flag) {
  const auto flags = kliping::lexicon::split(row[2], ',');
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

/// As tokens may have a form with hyphens: `undang-undang` is one, `PDI-P` two, `e-KTP` is glued.
std::vector<std::string> tokenized(const std::string& form) {
  if (form.find('-') == form.npos) return {form};
  std::string parted = form;
  std::replace(parted.begin(), parted.end(), '-', ' ');
  std::string glued = form;
  std::erase(glued, '-');
  return {form, parted, glued};
}

/// What is said, what it also means, and the capitals it must be written in ("" for any):
/// acronyms, and compounds that the norm writes as one word, for which the press has two.
std::vector<Row> meanings(const std::vector<Row>& acronyms, const std::vector<Row>& compounds) {
  std::vector<Row> all;
  for (const Row& pair : compounds) {
    if (!has_flag(pair, "standard=joined")) continue;
    all.push_back({pair[0], pair[1], ""});
    all.push_back({pair[1], pair[0], ""});
  }
  for (const Row& pair : acronyms) {
    if (has_flag(pair, "ambiguous")) continue;
    const std::string short_form = lower(pair[0]);
    const std::string long_form = lower(pair[1]);
    const std::string capitals = has_flag(pair, "case") ? pair[0] : "";
    for (const std::string& form : tokenized(short_form)) {
      if (form != long_form) all.push_back({form, long_form, capitals});
    }
    for (const std::string& form : tokenized(long_form)) {
      if (form != short_form) all.push_back({form, short_form, ""});
    }
  }
  // Rows of one first word stand together.
  std::sort(all.begin(), all.end(), [](const Row& a, const Row& b) {
    const auto key = [](const Row& row) {
      return std::pair{row[0].substr(0, row[0].find(' ')), row};
    };
    return key(a) < key(b);
  });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// The readings of short forms that have several, and the capitals they must be written in ("" for
/// any). Hyphens part words here: articles write them or leave them out.
std::vector<Row> readings(const std::vector<Row>& acronyms) {
  std::vector<Row> all;
  for (const Row& pair : acronyms) {
    if (!has_flag(pair, "ambiguous")) continue;
    std::string words = lower(pair[1]);
    std::replace(words.begin(), words.end(), '-', ' ');
    all.push_back({lower(pair[0]), words, has_flag(pair, "case") ? pair[0] : ""});
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// A hash of the rows, as C++.
std::string fingerprint_line(std::initializer_list<const std::vector<Row>*> tables) {
  std::string all;
  for (const auto* const table : tables) {
    for (const Row& row : *table) {
      for (const std::string& cell : row) all += cell + '\t';
    }
  }
  return "inline constexpr std::string_view variants_fingerprint = \"" +
         kliping::hash128_hex(all).substr(0, 16) + "\";\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: compile_tables FOLDER ACRONYMS_HEADER VARIANTS_HEADER "
                 "FUNCTION_WORDS_HEADER\n";
    return 2;
  }
  using namespace kliping::lexicon;
  try {
    const std::string folder = argv[1];
    std::ofstream acronyms(argv[2]);
    const auto compounds = read_table(folder + "/compounds.tsv", 3);
    const auto pairs = read_table(folder + "/acronyms.tsv", 3);
    write_rows(acronyms, "acronym_meanings", 3, meanings(pairs, compounds));
    write_rows(acronyms, "ambiguous_acronyms", 3, readings(pairs));
    close(acronyms, argv[2]);

    auto function_words = read_table(folder + "/function_words.tsv", 2);
    std::sort(function_words.begin(), function_words.end());
    std::ofstream functions(argv[4]);
    write_rows(functions, "function_word_rows", 2, function_words);
    close(functions, argv[4]);

    auto spellings = read_table(folder + "/spelling.tsv", 2);
    const auto spoken = read_table(folder + "/spoken.tsv", 2);
    spellings.insert(spellings.end(), spoken.begin(), spoken.end());
    std::ofstream variants(argv[3]);
    write_rows(variants, "compound_rows", 3, compounds);
    write_rows(variants, "spelling_rows", 2, spellings);
    variants << fingerprint_line({&compounds, &spellings, &function_words});
    close(variants, argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "compile_tables: error: " << error.what() << '\n';
    return 2;
  }
}
