// SPDX-License-Identifier: GPL-3.0-or-later
#include "kliping/analysis/analyzer.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "analysis/furniture.hpp"
#include "analysis/tokenizer.hpp"
#include "analysis/variant.hpp"
#include "kliping/analysis/stemmer.hpp"

namespace kliping {

Analyzer::Analyzer(const WordLists& lists) {
  if (!lists.empty()) words_ = std::make_shared<UserWords>(lists);
}

void Analyzer::analyze(std::string_view text, TokenList& out) const {
  out.clear();
  find_furniture(text, out.furniture);
  Tokenizer tokenizer{text, out, words_.get()};
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
  Tokenizer{text, out, words_.get()}.scan(0, text.size());
}

void Analyzer::analyze_parts(std::string_view text, std::span<const Span> parts,
                             TokenList& out) const {
  out.clear();
  Tokenizer tokenizer{text, out, words_.get()};
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

std::string Analyzer::root(std::string_view word) const {
  if (const auto listed = listed_root(word)) return std::string{*listed};
  RootBuffer buffer;
  return std::string{standard_root(word, buffer)};
}

std::optional<std::string_view> Analyzer::listed_root(std::string_view word) const noexcept {
  return words_ ? words_->root(word) : std::nullopt;
}

std::string Analyzer::fingerprint() const {
  // Which characters are letters, and how they fold, is Unicode's word: ICU's version tells.
  const std::string rules =
      fmt::format("rules {}, Unicode {}, lexicon {}, variants {}", rules_version, U_UNICODE_VERSION,
                  lexicon_fingerprint(), variant_fingerprint());
  return words_ ? fmt::format("{}, lists {}", rules, words_->fingerprint()) : rules;
}

}  // namespace kliping
