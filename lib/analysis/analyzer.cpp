// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/analyzer.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "analysis/furniture.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/variant.hpp"
#include "kliping/analysis/stemmer.hpp"

namespace kliping {

void Analyzer::analyze(std::string_view text, TokenList& out) const {
  out.clear();
  find_furniture(text, out.furniture);
  Tokenizer tokenizer{text, out};
  std::size_t begin = 0;
  for (const Span furniture : out.furniture) {
    tokenizer.scan(begin, furniture.begin);
    tokenizer.gap();
    begin = furniture.end;
  }
  tokenizer.scan(begin, text.size());
}

void Analyzer::analyze_query(std::string_view text, TokenList& out) const {
  out.clear();
  Tokenizer{text, out}.scan(0, text.size());
}

void Analyzer::analyze_parts(std::string_view text, std::span<const Span> parts,
                             TokenList& out) const {
  out.clear();
  Tokenizer tokenizer{text, out};
  for (const Span part : parts) {
    tokenizer.scan(part.begin, part.end);
    tokenizer.gap();
  }
}

std::vector<Span> Analyzer::furniture(std::string_view text) const {
  std::vector<Span> found;
  find_furniture(text, found);
  return found;
}

std::string Analyzer::fingerprint() {
  // Which characters are letters, and how they fold, is Unicode's word: ICU's version tells.
  return fmt::format("rules {}, Unicode {}, lexicon {}, variants {}", rules_version,
                     U_UNICODE_VERSION, lexicon_fingerprint(), variant_fingerprint());
}

}  // namespace kliping
