// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time: acronyms.tsv as a table of meanings, both ways, sorted by first word.
// Usage: compile_acronyms acronyms.tsv HEADER
#include <algorithm>
#include <iostream>

#include "analysis/lexicon/table.hpp"

namespace {

using kliping::lexicon::Row;

std::string lower(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      throw std::runtime_error("'" + text + "': only ASCII letters can be folded here");
    }
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

/// What is said, what it also means, and the capitals it must be written in ("" for any).
std::vector<Row> meanings(const std::vector<Row>& pairs) {
  std::vector<Row> all;
  for (const Row& pair : pairs) {
    const auto flags = kliping::lexicon::split(pair[2], ',');
    const auto flagged = [&](const char* flag) {
      return std::find(flags.begin(), flags.end(), flag) != flags.end();
    };
    if (flagged("ambiguous")) continue;
    const std::string short_form = lower(pair[0]);
    const std::string long_form = lower(pair[1]);
    all.push_back({short_form, long_form, flagged("case") ? pair[0] : ""});
    all.push_back({long_form, short_form, ""});
  }
  // Rows of one first word stand together.
  std::sort(all.begin(), all.end(), [](const Row& a, const Row& b) {
    const auto key = [](const Row& row) {
      return std::pair{row[0].substr(0, row[0].find(' ')), row};
    };
    return key(a) < key(b);
  });
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_acronyms acronyms.tsv HEADER\n";
    return 2;
  }
  try {
    const auto rows = meanings(kliping::lexicon::read_table(argv[1], 3));
    kliping::lexicon::write_rows(argv[2], "acronym_meanings", 3, rows);
  } catch (const std::exception& error) {
    std::cerr << "compile_acronyms: error: " << error.what() << '\n';
    return 2;
  }
}
