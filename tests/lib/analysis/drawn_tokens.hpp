// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"

/// Tokens as a reader sees them: spans drawn under the text, words in a line.
namespace kliping::test {

inline std::size_t column(std::string_view text, std::size_t byte) {
  std::size_t characters = 0;
  for (const char c : text.substr(0, byte)) {
    characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }
  return characters;
}

/// Each span as carets, in the first line where it touches no other; lines are joined by '\n'.
inline std::string draw(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> lines;
  for (const Span span : spans) {
    const std::size_t begin = column(text, span.begin);
    const std::size_t end = column(text, span.end);
    std::size_t line = 0;
    while (line < lines.size() && !lines[line].empty() && lines[line].size() + 1 > begin) ++line;
    if (line == lines.size()) lines.emplace_back();
    lines[line].resize(begin, ' ');
    lines[line].append(end - begin, '^');
  }
  std::string drawing;
  for (const std::string& line : lines) drawing += (drawing.empty() ? "" : "\n") + line;
  return drawing;
}

inline std::string draw(std::string_view text, const TokenList& list) {
  std::vector<Span> spans;
  for (const Token& token : list.tokens) spans.push_back(token.span);
  return draw(text, spans);
}

/// `covid19|covid 19`: words of one position are joined by `|`, a gap is ` ... `.
inline std::string words(const TokenList& list) {
  std::string line;
  std::uint32_t position = 0;
  for (const Token& token : list.tokens) {
    const std::uint32_t step = token.position - position;
    if (!line.empty()) line += step == 0 ? "|" : step == 1 ? " " : " ... ";
    line += token.word;
    position = token.position;
  }
  return line;
}

}  // namespace kliping::test
