// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/highlighter.hpp"

#include <algorithm>
#include <bitset>
#include <optional>

namespace kliping {

namespace {

std::optional<std::size_t> index_of(const std::vector<std::string>& sorted, std::string_view word) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), word);
  if (at == sorted.end() || *at != word) return {};
  return static_cast<std::size_t>(at - sorted.begin());
}

std::optional<std::size_t> wish_of(const Token& token, const Wanted& wanted) {
  if (const auto i = index_of(wanted.roots, token.root)) return i;
  std::size_t base = wanted.roots.size();
  if (const auto i = index_of(wanted.words, token.word)) return base + *i;
  base += wanted.words.size();
  for (std::size_t i = 0; i < wanted.prefixes.size(); ++i) {
    if (token.word.starts_with(wanted.prefixes[i])) return base + i;
  }
  return {};
}

/// The first bytes of everything that is wanted. Most tokens begin with another byte and need not
/// be searched for.
class Beginnings {
 public:
  explicit Beginnings(const Wanted& wanted) {
    for (const auto* const words : {&wanted.roots, &wanted.words, &wanted.prefixes}) {
      for (const std::string& word : *words) add(word);
    }
    for (const auto& phrase : wanted.phrases) add(phrase.front());
  }

  bool share(const Token& token) const { return has(token.root) || has(token.word); }

 private:
  void add(std::string_view word) {
    if (!word.empty()) bytes_.set(static_cast<unsigned char>(word.front()));
  }
  bool has(std::string_view word) const {
    return !word.empty() && bytes_[static_cast<unsigned char>(word.front())];
  }

  std::bitset<256> bytes_;
};

/// The last token of the phrase if it begins at token `first`: its words must stand at consecutive
/// positions.
std::optional<std::size_t> phrase_end(const std::vector<Token>& tokens, std::size_t first,
                                      const std::vector<std::string>& phrase) {
  if (tokens[first].word != phrase.front()) return {};
  std::size_t at = first;
  for (std::size_t step = 1; step < phrase.size(); ++step) {
    const std::uint32_t position = tokens[first].position + static_cast<std::uint32_t>(step);
    while (at < tokens.size() && tokens[at].position < position) ++at;
    while (at < tokens.size() && tokens[at].position == position && tokens[at].word != phrase[step])
      ++at;
    if (at == tokens.size() || tokens[at].position != position) return {};
  }
  return at;
}

/// Of overlapping marks keeps the longest, of equally long ones the first.
std::vector<Mark> without_overlaps(std::vector<Mark>&& marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<Mark> kept;
  for (const Mark& mark : marks) {
    if (kept.empty() || mark.span.begin >= kept.back().span.end) {
      kept.push_back(mark);
    } else if (mark.span.size() > kept.back().span.size()) {
      kept.back() = mark;
    }
  }
  return kept;
}

}  // namespace

std::vector<Mark> find_marks(const TokenList& text, const Wanted& wanted) {
  std::vector<Mark> marks;
  if (wanted.empty()) return marks;
  const std::vector<Token>& tokens = text.tokens;
  const std::size_t phrase_base =
      wanted.roots.size() + wanted.words.size() + wanted.prefixes.size();
  const Beginnings beginnings(wanted);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!beginnings.share(tokens[i])) continue;
    if (const auto wish = wish_of(tokens[i], wanted)) marks.push_back({tokens[i].span, *wish});
    for (std::size_t p = 0; p < wanted.phrases.size(); ++p) {
      if (const auto end = phrase_end(tokens, i, wanted.phrases[p])) {
        marks.push_back({{tokens[i].span.begin, tokens[*end].span.end}, phrase_base + p});
      }
    }
  }
  return without_overlaps(std::move(marks));
}

}  // namespace kliping
