// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/anchors.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "analysis/stemmer/grammar.hpp"
#include "text/ascii.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

using ascii::lower;

/// The letters of Indonesian news, the rarest first.
constexpr std::string_view letters_by_rarity = "qxzvfcywjobhpgklmdsrtuiena";

/// Fewer letters than these are in nearly every sentence, so that they tell nothing.
constexpr std::size_t min_anchor_bytes = 2;

/// The longest run of ASCII letters in a word: texts may write its signs, digits and accents in
/// other ways.
std::string_view letters_of(std::string_view word) {
  std::string_view best;
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    std::size_t end = begin;
    while (end < word.size() && ascii::is_lower(word[end])) ++end;
    if (end - begin > best.size()) best = word.substr(begin, end - begin);
    begin = end;
  }
  return best;
}

}  // namespace

Anchors::Anchor::Anchor(std::string_view word) : letters(word) {
  for (const char letter : letters_by_rarity) {
    rarest = letters.find(letter);
    if (rarest != std::string::npos) return;
  }
  rarest = 0;
}

Anchors::Anchor Anchors::Anchor::without_first(std::string_view root) {
  Anchor anchor(root.substr(1));
  anchor.before = root.front();
  for (const auto& [nasal, next, restored, cost] : morphology::nasal_allomorphs) {
    if (restored == root.front()) anchor.before += nasal.back();
  }
  return anchor;
}

std::size_t Anchors::Anchor::find(std::string_view text, std::size_t at) const {
  constexpr std::size_t npos = std::string_view::npos;
  for (at += rarest; (at = text.find(letters[rarest], at)) != npos; ++at) {
    const std::size_t begin = at - rarest;
    if (!text.substr(begin).starts_with(letters)) continue;
    const bool fits = before.empty() || (begin > 0 && before.find(text[begin - 1]) != npos);
    if (fits) return begin;
  }
  return npos;
}

Anchors::Anchors(const Wanted& wanted, const Analyzer& analyzer) : blind_(analyzer.has_lists()) {
  const auto keep = [&](Anchor&& anchor) {
    if (anchor.letters.size() < min_anchor_bytes) blind_ = true;
    if (anchors_.size() < most_wishes) anchors_.push_back(std::move(anchor));
  };
  const auto add = [&](std::string_view word) { keep(Anchor(letters_of(word))); };
  for (const std::string& root : wanted.roots) {
    const std::string_view letters = letters_of(root);
    const bool begins = letters.size() > min_anchor_bytes && root.starts_with(letters);
    if (begins) {
      keep(Anchor::without_first(letters));
    } else {
      add(root);
    }
  }
  for (const std::string& word : wanted.words) add(word);
  for (const std::string& prefix : wanted.prefixes) add(prefix);
  for (const auto& phrase : wanted.phrases) {
    for (const std::string& word : phrase) add(word);
  }
}

/// Notes in `held_` which sentences have the letters of a wish, in one pass through `lower_`.
void Anchors::look_for(std::size_t wish, const std::vector<Span>& sentences) {
  const Anchor& anchor = anchors_[wish];
  std::size_t at = anchor.find(lower_, 0);
  for (std::size_t i = 0; i < sentences.size() && at != std::string::npos; ++i) {
    if (at < sentences[i].begin) at = anchor.find(lower_, sentences[i].begin);
    if (at > sentences[i].end || sentences[i].end - at < anchor.letters.size()) continue;
    held_[i] |= Wishes{1} << wish;
  }
}

std::vector<Span> Anchors::promising(std::string_view text, const std::vector<Span>& sentences) {
  if (blind_) return sentences;
  lower_.assign(text);
  std::transform(lower_.begin(), lower_.end(), lower_.begin(), lower);
  held_.assign(sentences.size(), 0);
  for (std::size_t wish = 0; wish < anchors_.size(); ++wish) look_for(wish, sentences);
  std::vector<Span> chosen;
  for (Wishes open = ~Wishes{0};;) {
    const auto gain = [&](Wishes held) { return std::popcount(held & open); };
    const auto best = std::max_element(held_.begin(), held_.end(),
                                       [&](Wishes a, Wishes b) { return gain(a) < gain(b); });
    if (best == held_.end() || gain(*best) == 0) break;
    chosen.push_back(sentences[static_cast<std::size_t>(best - held_.begin())]);
    open &= ~*best;
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return chosen;
}

std::vector<Span> Anchors::holding(const std::vector<Span>& sentences, Wishes wishes) const {
  if (blind_) return sentences;
  std::vector<Span> found;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if ((held_[i] & wishes) != 0) found.push_back(sentences[i]);
  }
  return found;
}

std::vector<Span> joined(std::string_view text, const std::vector<Span>& sentences) {
  std::vector<Span> parts;
  for (const Span sentence : sentences) {
    const bool near = !parts.empty() && [&] {
      std::size_t at = parts.back().end;
      while (at < sentence.begin && utf8::is_space(utf8::decode(text, at).value)) {
        at += utf8::decode(text, at).bytes;
      }
      return at == sentence.begin;
    }();
    if (near) {
      parts.back().end = sentence.end;
    } else {
      parts.push_back(sentence);
    }
  }
  return parts;
}

}  // namespace kliping
