// SPDX-License-Identifier: GPL-3.0-or-later
#include "occurrences.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>
#include <utility>

#include "analysis/written_forms.hpp"
#include "kliping/schema.hpp"
#include "load.hpp"

namespace kliping::indexer {

namespace prefix = schema::prefix;

namespace {

/// The first eight bytes of a word as a number that orders as the bytes do. Two loads that may
/// overlap are faster than a call of memcpy.
std::uint64_t head_of(std::string_view word) noexcept {
  const char* const from = word.data();
  const std::size_t size = word.size();
  std::uint64_t head = 0;
  if (size >= 8) {
    head = load<std::uint64_t>(from);
  } else if (size >= 4) {
    head = load<std::uint32_t>(from) | load<std::uint32_t>(from + size - 4) << 8 * (size - 4);
  } else {
    for (std::size_t i = 0; i < size; ++i) head |= load<std::uint8_t>(from + i) << 8 * i;
  }
  return __builtin_bswap64(head);
}

/// A class for each byte: every digit and letter has one of its own, and bytes between them share
/// one. Classes ascend with the bytes.
constexpr std::array<std::uint8_t, 256> ranks = [] {
  std::array<std::uint8_t, 256> table{};
  std::uint8_t rank = 0;
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    const bool begins_next = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                             byte == '9' + 1 || byte == 'z' + 1;
    if (begins_next) ++rank;
    table[byte] = rank;
  }
  return table;
}();
constexpr std::size_t rank_count = ranks.back() + 1;
static_assert(rank_count * rank_count <= Occurrences::buckets);

/// Buffers for more tokens than this are freed after the document.
constexpr std::size_t kept_tokens = std::size_t{1} << 18;

/// Buckets ascend with the first two bytes of a word.
std::size_t bucket_of(std::uint64_t head) noexcept {
  return ranks[head >> 56] * rank_count + ranks[head >> 48 & 0xFF];
}

}  // namespace

void Occurrences::begin_document(const WordMemory& memory) {
  // Marks with another serial do not count, so they need no clearing until the serials wrap around.
  if (++serial_ == 0) {
    marks_.clear();
    serial_ = 1;
  }
  memory_ = &memory;
  entries_.clear();
  placed_.clear();
  strings_.clear();
  title_entries_ = 0;
}

void Occurrences::add_title(const TokenList& title) {
  marks_.resize(memory_->size());
  for (const Token& token : title.tokens) {
    add(token, {token.position, is_sign(token) ? 0 : schema::title_weight});
    const Occurrence once{token.position, is_sign(token) ? 0U : 1U};
    count(entry_of(token.word_number), title_words, once);
    count(entry_of(token.root_number), title_roots, once);
  }
  title_entries_ = static_cast<std::uint32_t>(entries_.size());
}

void Occurrences::add_body(const TokenList& body, std::uint32_t position_offset) {
  constexpr std::size_t ahead = 16;
  marks_.resize(memory_->size());
  for (std::size_t i = 0; i < body.tokens.size(); ++i) {
    if (i + ahead < body.tokens.size()) fetch_marks(body.tokens[i + ahead]);
    const Token& token = body.tokens[i];
    add(token, {position_offset + token.position, is_sign(token) ? 0U : 1U});
  }
}

void Occurrences::add(const Token& token, Occurrence occurrence) {
  const std::uint32_t word = entry_of(token.word_number);
  count(word, words, occurrence);
  const bool same = token.root_number == token.word_number;
  count(same ? word : entry_of(token.root_number), roots, occurrence);
}

/// Prefetches what add() will look at, to be called several tokens ahead: the marks of all words do
/// not fit into a processor's cache.
void Occurrences::fetch_marks(const Token& token) const noexcept {
  __builtin_prefetch(&marks_[token.word_number], 1);
  __builtin_prefetch(&marks_[token.root_number], 1);
  __builtin_prefetch(token.word.data());
  __builtin_prefetch(token.root.data());
}

std::uint32_t Occurrences::entry_of(std::uint32_t number) {
  Mark& mark = marks_[number];
  if (mark.serial != serial_) {
    mark = {serial_, static_cast<std::uint32_t>(entries_.size())};
    const std::string_view word = memory_->word(number);
    entries_.push_back({head_of(word), word, {}});
  }
  return mark.entry;
}

void Occurrences::count(std::uint32_t entry, Kind kind, Occurrence occurrence) {
  Tally& tally = entries_[entry].tallies[kind];
  // `KTP-nya` and the `KTP` in it are one occurrence of the root they share.
  if (tally.count > 0 && tally.last_position == occurrence.position) return;
  tally.wdf += occurrence.weight;
  ++tally.count;
  tally.last_position = occurrence.position;
  if (has_positions(kind)) {
    placed_.push_back({2 * entry + (kind == title_words ? 1 : 0), occurrence.position});
  }
}

/// Distributes the positions to their terms. They came in ascending order, so those of each term
/// ascend as well.
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
  for (const Placed& placed : placed_) {
    const Kind kind = placed.entry % 2 != 0 ? title_words : words;
    positions_[entries_[placed.entry / 2].tallies[kind].end++] = placed.position;
  }
  if (placed_.capacity() > kept_tokens) std::vector<Placed>{}.swap(placed_);
}

/// A bucket sort by the first two letters: a document has a few hundred distinct words, so that
/// most buckets hold one or two, and little is left to compare.
void Occurrences::sort_entries() {
  for (const Entry& entry : entries_) {
    const std::size_t bucket = bucket_of(entry.head);
    ++places_[bucket];
    used_buckets_[bucket / 64] |= std::uint64_t{1} << bucket % 64;
  }
  std::uint32_t begin = 0;
  for_each_used_bucket([&](std::uint32_t& place) { begin += std::exchange(place, begin); });
  order_.resize(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    order_[places_[bucket_of(entries_[i].head)]++] = {entries_[i].head, i};
  }
  const auto before = [this](const Ranked& a, const Ranked& b) {
    return a.head != b.head ? a.head < b.head : entries_[a.entry].word < entries_[b.entry].word;
  };
  begin = 0;
  for_each_used_bucket([&](std::uint32_t& place) {
    const std::uint32_t end = std::exchange(place, 0);
    if (end - begin > 1) std::sort(order_.begin() + begin, order_.begin() + end, before);
    begin = end;
  });
  used_buckets_ = {};
}

/// Calls `act` for each bucket in use, in order; most are empty.
template <typename Act>
void Occurrences::for_each_used_bucket(Act&& act) {
  for (std::size_t i = 0; i < used_buckets_.size(); ++i) {
    for (std::uint64_t left = used_buckets_[i]; left != 0; left &= left - 1) {
      act(places_[64 * i + static_cast<unsigned>(std::countr_zero(left))]);
    }
  }
}

void Occurrences::expect(std::size_t tokens) {
  placed_.reserve(tokens);
}

/// Appends the terms kind by kind in an order that leaves them sorted. Folded words never begin
/// with a capital, so the order of all terms is: words that begin with a digit or sign; S (title
/// words); Z before a digit or sign (roots); ZS (title roots); Z before a letter (roots); words
/// that begin with a letter.
void Occurrences::finish(std::vector<DocumentTerm>& terms) {
  place_positions();
  sort_entries();
  const auto letter = std::ranges::partition_point(
      order_, [](const Ranked& ranked) { return ranked.head >> 56 < 'A'; });
  const std::span<const Ranked> numbers{order_.begin(), letter};
  const std::span<const Ranked> letters{letter, order_.end()};
  // The title came first.
  title_order_.clear();
  std::ranges::copy_if(order_, std::back_inserter(title_order_),
                       [this](const Ranked& ranked) { return ranked.entry < title_entries_; });
  emit(words, numbers, terms);
  emit(title_words, title_order_, terms);
  emit(roots, numbers, terms);
  emit(title_roots, title_order_, terms);
  emit(roots, letters, terms);
  emit(words, letters, terms);
  assert(std::ranges::is_sorted(terms, {}, &DocumentTerm::term));
}

void Occurrences::emit(Kind kind, std::span<const Ranked> order, std::vector<DocumentTerm>& terms) {
  for (const Ranked& ranked : order) {
    const Entry& entry = entries_[ranked.entry];
    const Tally& tally = entry.tallies[kind];
    if (tally.count == 0 || entry.word.empty()) continue;
    const std::string_view term = prefixed(kind, entry.word);
    if (term.size() > schema::max_term_bytes) continue;
    std::span<const std::uint32_t> positions;
    if (has_positions(kind)) {
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
