// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/passages.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/code_point.hpp"
#include "text/utf8.hpp"

namespace kliping {

namespace {

constexpr std::size_t max_passages = 3;
/// A shorter passage says nothing. Another one is taken only if each can have this length.
constexpr std::size_t min_passage_length = 40;

/// How many code points beyond the length a word may go in order to be shown whole.
constexpr std::size_t max_overrun = 60;

/// A sentence is not begun if less of it than this would fit.
constexpr std::size_t min_extension = 20;

/// White space between two sentences is not longer; anything longer holds furniture.
constexpr std::size_t longest_gap = 4;

/// A bit for each wish. Wishes past the 64th share bits, which costs a snippet some variety.
using Wishes = std::uint64_t;

Wishes bit(const Mark& mark) {
  return Wishes{1} << (mark.wish % 64);
}

/// A sentence and its marks, [first, last).
struct Candidate {
  std::size_t sentence;
  std::size_t first;
  std::size_t last;
  Wishes wishes = 0;
};

std::vector<Candidate> candidates(const std::vector<Span>& sentences,
                                  const std::vector<Mark>& marks) {
  std::vector<Candidate> found;
  std::size_t at = 0;
  for (std::size_t s = 0; s < sentences.size() && at < marks.size(); ++s) {
    while (at < marks.size() && marks[at].span.begin < sentences[s].begin) ++at;
    Candidate candidate{s, at, at};
    for (; at < marks.size() && marks[at].span.begin < sentences[s].end; ++at) {
      candidate.wishes |= bit(marks[at]);
    }
    candidate.last = at;
    if (candidate.last > candidate.first) found.push_back(candidate);
  }
  return found;
}

/// Chooses sentences one by one: each time the one that answers the most wishes which are still
/// open, the first of equals.
std::vector<Candidate> choose(const std::vector<Candidate>& all, std::size_t length) {
  std::vector<Candidate> chosen;
  Wishes answered = 0;
  while (chosen.size() < max_passages &&
         (chosen.empty() || length / (chosen.size() + 1) >= min_passage_length)) {
    int best_gain = 0;
    const Candidate* best = nullptr;
    for (const Candidate& candidate : all) {
      const int gain = std::popcount(candidate.wishes & ~answered);
      if (gain > best_gain) {
        best_gain = gain;
        best = &candidate;
      }
    }
    if (!best) break;
    answered |= best->wishes;
    chosen.push_back(*best);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Candidate& a, const Candidate& b) { return a.sentence < b.sentence; });
  return chosen;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t code_points) {
  for (; code_points > 0 && at < text.size(); --code_points) at += utf8::decode(text, at).bytes;
  return at;
}

bool is_space_at(std::string_view text, std::size_t at) {
  return at >= text.size() || utf8::is_space(utf8::decode(text, at).value);
}

/// The last end of a word in (from, to]. If a single word fills that, the end of this word, which
/// may be as far as `last`.
std::size_t word_end(std::string_view text, std::size_t from, std::size_t to, std::size_t last) {
  for (std::size_t at = to; at > from; at = utf8::character_start(text, at - 1)) {
    if (is_space_at(text, at)) return at;
  }
  std::size_t at = to;
  for (std::size_t more = 0; more < max_overrun && at < last && !is_space_at(text, at); ++more) {
    at += utf8::decode(text, at).bytes;
  }
  if (at >= last || is_space_at(text, at)) return std::min(at, last);
  // So long a word is cut, but not between a letter and its combining marks.
  while (to < last && utf8::columns(utf8::decode(text, to).value) == 0) {
    to += utf8::decode(text, to).bytes;
  }
  return to;
}

/// The first beginning of a word in [from, to); `from` if there is none.
std::size_t word_start(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; at += utf8::decode(text, at).bytes) {
    if (is_space_at(text, at)) return at + utf8::decode(text, at).bytes;
  }
  return from;
}

/// The range of those marks in [first, last) that lie within `bytes` and answer the most wishes.
std::pair<std::size_t, std::size_t> densest(const std::vector<Mark>& marks, std::size_t first,
                                            std::size_t last, std::size_t bytes) {
  std::pair<std::size_t, std::size_t> best{first, first + 1};
  int best_gain = 0;
  for (std::size_t begin = first; begin < last; ++begin) {
    Wishes wishes = 0;
    std::size_t end = begin;
    while (end < last && end - begin < 64 &&
           marks[end].span.end - marks[begin].span.begin <= bytes) {
      wishes |= bit(marks[end++]);
    }
    if (std::popcount(wishes) > best_gain) {
      best_gain = std::popcount(wishes);
      best = {begin, end};
    }
  }
  return best;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// A sentence, or if it is longer than `share` its part around the marks that answer the most
/// wishes.
Span cut(std::string_view text, Span sentence, const std::vector<Mark>& marks,
         const Candidate& candidate, std::size_t share) {
  if (utf8::length(sentence.of(text)) <= share) return sentence;
  const auto [first, last] = densest(marks, candidate.first, candidate.last, share);
  const std::size_t mark_begin = marks[first].span.begin;
  const std::size_t mark_end = std::min(marks[last - 1].span.end, sentence.end);
  std::size_t begin = sentence.begin;
  if (mark_end - begin > share) {
    const std::size_t width = mark_end - mark_begin;
    const std::size_t lead = width < share ? (share - width) / 3 : 0;
    const std::size_t from = std::max<std::size_t>(begin, mark_begin - std::min(mark_begin, lead));
    begin = word_start(text, utf8::character_start(text, from), mark_begin);
    if (begin < from || (begin == from && !is_space_at(text, from - 1))) begin = mark_begin;
  }
  const std::size_t limit = std::min<std::size_t>(forward(text, begin, share), sentence.end);
  if (limit == sentence.end) return span_of(begin, limit);
  const std::size_t least = marks[first].span.end;
  return span_of(begin, word_end(text, begin, std::max(limit, least), sentence.end));
}

/// Extends a passage to `length` with the sentences that follow it.
Span extend(std::string_view text, Span passage, const std::vector<Span>& sentences,
            std::size_t next, std::size_t length) {
  const std::size_t limit = forward(text, passage.begin, length);
  for (; next < sentences.size() && passage.end < limit; ++next) {
    const Span sentence = sentences[next];
    // Furniture between two sentences ends the passage.
    const std::string_view gap = text.substr(passage.end, sentence.begin - passage.end);
    if (utf8::length(gap) > longest_gap) break;
    if (sentence.end <= limit) {
      passage.end = sentence.end;
      continue;
    }
    if (sentence.begin + min_extension <= limit) {
      const std::size_t end = word_end(text, sentence.begin, limit, sentence.end);
      if (is_space_at(text, end)) passage.end = static_cast<std::uint32_t>(end);
    }
    break;
  }
  return passage;
}

/// A passage of `length` that begins with the sentence `first`.
Span stretch_from(std::string_view text, const std::vector<Span>& sentences, std::size_t first,
                  std::size_t length) {
  const Span sentence = sentences[first];
  const std::size_t limit = forward(text, sentence.begin, length);
  if (sentence.end > limit) {
    return span_of(sentence.begin, word_end(text, sentence.begin, limit, sentence.end));
  }
  return extend(text, sentence, sentences, first + 1, length);
}

/// Adds a passage behind furniture if that left too little: only `YOGYAKARTA,` of a dateline that
/// names an outlet.
void resume(std::string_view text, const std::vector<Span>& sentences, std::size_t length,
            std::vector<Span>& passages) {
  std::size_t shown = 0;
  for (const Span passage : passages) shown += utf8::length(passage.of(text));
  if (passages.size() == max_passages || shown >= min_passage_length) return;
  if (length < shown + min_passage_length) return;
  const auto next = std::find_if(sentences.begin(), sentences.end(),
                                 [&](const Span& s) { return s.begin >= passages.back().end; });
  if (next == sentences.end()) return;
  const auto first = static_cast<std::size_t>(next - sentences.begin());
  passages.push_back(stretch_from(text, sentences, first, length - shown));
}

}  // namespace

std::vector<Span> best_passages(std::string_view text, const std::vector<Span>& sentences,
                                const std::vector<Mark>& marks, std::size_t length) {
  const std::vector<Candidate> chosen = choose(candidates(sentences, marks), length);
  std::vector<Span> passages;
  if (chosen.empty()) {
    if (sentences.empty() || length == 0) return {};
    passages.push_back(stretch_from(text, sentences, 0, length));
  } else {
    std::size_t left = length;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const std::size_t share = left / (chosen.size() - i);
      passages.push_back(cut(text, sentences[chosen[i].sentence], marks, chosen[i], share));
      left -= std::min(left, utf8::length(passages.back().of(text)));
    }
    const std::size_t last_length = utf8::length(passages.back().of(text));
    passages.back() =
        extend(text, passages.back(), sentences, chosen.back().sentence + 1, last_length + left);
  }
  resume(text, sentences, length, passages);
  return passages;
}

}  // namespace kliping
