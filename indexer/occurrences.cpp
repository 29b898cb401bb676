// SPDX-License-Identifier: GPL-3.0-or-later
#include "occurrences.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "kliping/schema.hpp"

namespace kliping::indexer {

namespace prefix = schema::prefix;

namespace {

std::uint64_t head_of(std::string_view word) noexcept {
  std::uint64_t head = 0;
  std::memcpy(&head, word.data(), std::min(word.size(), sizeof(head)));
  return std::endian::native == std::endian::little ? __builtin_bswap64(head) : head;
}

}  // namespace

void Occurrences::begin_document(const WordMemory& memory) {
  // Marks of another serial say nothing, so they need no clearing, until serials begin anew.
  if (++serial_ == 0) {
    marks_.clear();
    serial_ = 1;
  }
  marks_.resize(memory.size());
  entries_.clear();
  placed_.clear();
  strings_.clear();
}

void Occurrences::add_title(const TokenList& title) {
  for (const Token& token : title.tokens) {
    add(token, {token.position, schema::title_weight});
    const Occurrence once{token.position, 1};
    count(entry_of(token.word_number, token.word), title_words, once, Positions::kept);
    count(entry_of(token.root_number, token.root), title_roots, once, Positions::dropped);
  }
}

void Occurrences::add_body(const TokenList& body, std::uint32_t position_offset) {
  constexpr std::size_t ahead = 16;
  for (std::size_t i = 0; i < body.tokens.size(); ++i) {
    if (i + ahead < body.tokens.size()) fetch_marks(body.tokens[i + ahead]);
    const Token& token = body.tokens[i];
    add(token, {position_offset + token.position, 1});
  }
}

void Occurrences::add(const Token& token, Occurrence occurrence) {
  const std::uint32_t word = entry_of(token.word_number, token.word);
  count(word, words, occurrence, Positions::kept);
  const bool same = token.root_number == token.word_number;
  count(same ? word : entry_of(token.root_number, token.root), roots, occurrence,
        Positions::dropped);
}

/// To be asked well before add(): the marks of all words are larger than a cache.
void Occurrences::fetch_marks(const Token& token) const noexcept {
  __builtin_prefetch(&marks_[token.word_number], 1);
  __builtin_prefetch(&marks_[token.root_number], 1);
}

std::uint32_t Occurrences::entry_of(std::uint32_t number, std::string_view word) {
  Mark& mark = marks_[number];
  if (mark.serial != serial_) {
    mark = {serial_, static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back({head_of(word), word, {}});
  }
  return mark.entry;
}

void Occurrences::count(std::uint32_t entry, Kind kind, Occurrence occurrence,
                        Positions positions) {
  Tally& tally = entries_[entry].tallies[kind];
  // `KTP-nya` and the `KTP` in it are one occurrence of the root they share.
  if (tally.count > 0 && tally.last_position == occurrence.position) return;
  tally.wdf += occurrence.weight;
  ++tally.count;
  tally.last_position = occurrence.position;
  if (positions == Positions::kept) placed_.push_back({entry, kind, occurrence.position});
}

/// Positions came in order, so each term's do once they are dealt out.
void Occurrences::place_positions() {
  positions_.resize(placed_.size());
  std::uint32_t end = 0;
  for (Entry& entry : entries_) {
    for (const Kind kind : {words, title_words}) {
      Tally& tally = entry.tallies[kind];
      tally.end = end;
      end += tally.count;
    }
  }
  for (const auto& [entry, kind, position] : placed_) {
    positions_[entries_[entry].tallies[kind].end++] = position;
  }
}

void Occurrences::sort_entries() {
  order_.clear();
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (!entries_[i].word.empty()) order_.push_back({entries_[i].head, i});
  }
  std::ranges::sort(order_, [this](const Ranked& a, const Ranked& b) {
    return a.head != b.head ? a.head < b.head : entries_[a.entry].word < entries_[b.entry].word;
  });
}

/// Folded words begin with no capital, so that kinds follow one another by their prefixes: numbers,
/// S, Z with numbers, ZS, Z with letters, letters.
void Occurrences::finish(std::vector<DocumentTerm>& terms) {
  place_positions();
  sort_entries();
  const auto letter = std::ranges::partition_point(
      order_, [](const Ranked& ranked) { return ranked.head >> 56 < 'A'; });
  const std::span<const Ranked> numbers{order_.begin(), letter};
  const std::span<const Ranked> letters{letter, order_.end()};
  emit(words, numbers, terms);
  emit(title_words, order_, terms);
  emit(roots, numbers, terms);
  emit(title_roots, order_, terms);
  emit(roots, letters, terms);
  emit(words, letters, terms);
  assert(std::ranges::is_sorted(terms, {}, &DocumentTerm::term));
}

void Occurrences::emit(Kind kind, std::span<const Ranked> order, std::vector<DocumentTerm>& terms) {
  for (const Ranked& ranked : order) {
    const Entry& entry = entries_[ranked.entry];
    const Tally& tally = entry.tallies[kind];
    if (tally.count == 0) continue;
    const std::string_view term = prefixed(kind, entry.word);
    if (term.size() > schema::max_term_bytes) continue;
    std::span<const std::uint32_t> positions;
    if (kind != roots && kind != title_roots) {
      positions = {positions_.data() + tally.end - tally.count, tally.count};
    }
    terms.push_back({term, tally.wdf, positions});
  }
}

std::string_view Occurrences::prefixed(Kind kind, std::string_view word) {
  static constexpr std::array<std::string_view, kinds> prefixes{"", prefix::root, prefix::title,
                                                                prefix::title_root};
  const std::string_view before = prefixes[kind];
  if (before.empty()) return word;
  char* const room = strings_.room(before.size() + word.size());
  std::ranges::copy(word, std::ranges::copy(before, room).out);
  return strings_.keep(before.size() + word.size());
}

}  // namespace kliping::indexer
