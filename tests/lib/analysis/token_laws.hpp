// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "kliping/analysis/token.hpp"

/// What holds of the tokens of any text, for tests and fuzzing alike.
namespace kliping::test {

inline bool is_boundary(std::string_view text, std::size_t i) {
  return i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
}

inline bool is_within(std::string_view text, Span span) {
  return span.begin < span.end && span.end <= text.size() && is_boundary(text, span.begin);
}

/// The first law that is broken; "" where all hold. Boundaries are promised for valid UTF-8 only.
inline std::string_view broken_law(std::string_view text, bool valid_utf8, const TokenList& list) {
  Token before;
  for (const Token& token : list.tokens) {
    if (!is_within(text, token.span)) return "a span lies inside the text and is not empty";
    if (valid_utf8 && !is_boundary(text, token.span.end)) return "a span ends between characters";
    if (token.span.begin < before.span.begin) return "spans go forward";
    if (token.position == 0 || token.position < before.position) return "positions never fall";
    if (token.word.empty() || token.word.size() > 200) return "a word has 1 to 200 bytes";
    if (token.root.empty()) return "every word has a root";
    for (const Span furniture : list.furniture) {
      const bool apart = token.span.end <= furniture.begin || furniture.end <= token.span.begin;
      if (!apart) return "furniture yields no token";
    }
    before = token;
  }
  std::size_t end = 0;
  for (const Span furniture : list.furniture) {
    if (furniture.begin < end || furniture.end > text.size() || furniture.empty()) {
      return "furniture is ascending, disjoint and not empty";
    }
    end = furniture.end;
  }
  return "";
}

inline bool same(const TokenList& a, const TokenList& b) {
  if (a.tokens.size() != b.tokens.size() || a.furniture != b.furniture) return false;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    const Token& x = a.tokens[i];
    const Token& y = b.tokens[i];
    if (x.span != y.span || x.position != y.position || x.word != y.word || x.root != y.root) {
      return false;
    }
  }
  return true;
}

}  // namespace kliping::test
