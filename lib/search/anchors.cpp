// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/anchors.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

#include "text/code_point.hpp"

namespace kliping {

namespace {

/// Fewer letters are in nearly every sentence.
constexpr std::size_t min_anchor_bytes = 2;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The longest run of ASCII letters: signs, digits and accents may be written in other ways.
std::string_view letters_of(std::string_view word) {
  std::string_view best;
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    std::size_t end = begin;
    while (end < word.size() && word[end] >= 'a' && word[end] <= 'z') ++end;
    if (end - begin > best.size()) best = word.substr(begin, end - begin);
    begin = end;
  }
  return best;
}

}  // namespace

Anchors::Anchors(const Wanted& wanted, const Analyzer& analyzer) : blind_(analyzer.has_lists()) {
  const auto add = [&](std::string_view word, std::size_t skip) {
    std::string_view anchor = letters_of(word);
    if (anchor.size() >= min_anchor_bytes + skip) anchor.remove_prefix(skip);
    if (anchor.size() < min_anchor_bytes) blind_ = true;
    if (anchors_.size() < 64) anchors_.emplace_back(anchor);
  };
  for (const std::string& root : wanted.roots) add(root, 1);
  for (const std::string& word : wanted.words) add(word, 0);
  for (const std::string& prefix : wanted.prefixes) add(prefix, 0);
  for (const auto& phrase : wanted.phrases) {
    for (const std::string& word : phrase) add(word, 0);
  }
}

Anchors::Wishes Anchors::held_by(std::string_view text) const {
  Wishes held = 0;
  for (std::size_t i = 0; i < anchors_.size(); ++i) {
    if (text.find(anchors_[i]) != std::string_view::npos) held |= Wishes{1} << i;
  }
  return held;
}

std::vector<Span> Anchors::promising(std::string_view text, const std::vector<Span>& sentences) {
  if (blind_) return sentences;
  lower_.assign(text);
  std::transform(lower_.begin(), lower_.end(), lower_.begin(), lower);
  std::vector<std::pair<Span, Wishes>> all;
  for (const Span sentence : sentences) {
    if (const Wishes held = held_by(sentence.of(lower_))) all.emplace_back(sentence, held);
  }
  std::vector<Span> chosen;
  for (Wishes open = ~Wishes{0};;) {
    const auto gain = [&](const auto& one) { return std::popcount(one.second & open); };
    const auto best = std::max_element(
        all.begin(), all.end(), [&](const auto& a, const auto& b) { return gain(a) < gain(b); });
    if (best == all.end() || gain(*best) == 0) break;
    open &= ~best->second;
    chosen.push_back(best->first);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return chosen;
}

std::vector<Span> Anchors::holding(const std::vector<Span>& sentences, Wishes wishes) const {
  if (blind_) return sentences;
  std::vector<Span> found;
  std::copy_if(sentences.begin(), sentences.end(), std::back_inserter(found),
               [&](Span s) { return (held_by(s.of(lower_)) & wishes) != 0; });
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
