// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/analyzer.hpp"

#include "kliping/analysis/stemmer.hpp"

namespace kliping {

std::string fold(std::string_view text) {
  std::string folded{text};
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return folded;
}

void Analyzer::analyze(std::string_view text, TokenList& out) const {
  analyze_query(text, out);
}

void Analyzer::analyze_query(std::string_view text, TokenList& out) const {
  const auto in_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  out.clear();
  std::uint32_t position = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    while (i < text.size() && in_word(text[i])) ++i;
    const std::string_view word = out.intern(fold(text.substr(begin, i - begin)).substr(0, 200));
    RootBuffer buffer;
    out.tokens.push_back({{begin, i}, ++position, word, out.intern(stem(word, buffer))});
  }
}

std::string Analyzer::fingerprint() {
  return "provisional";
}

}  // namespace kliping
