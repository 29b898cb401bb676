// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analyze.hpp"

#include "kliping/analysis/analyzer.hpp"

namespace kliping {

std::vector<AnalyzedWord> analyze(std::string_view text) {
  TokenList list;
  Analyzer{}.analyze(text, list);
  std::vector<AnalyzedWord> words;
  words.reserve(list.tokens.size());
  for (const Token& token : list.tokens) {
    words.push_back({token.span, token.position, std::string{token.word}, std::string{token.root}});
  }
  return words;
}

}  // namespace kliping
