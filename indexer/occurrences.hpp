// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Gathers a document's tokens into terms with frequencies and positions. Words are identified by
/// their numbers in a WordMemory, so that a token costs one access to a table, and only distinct
/// words are sorted. Reuses its buffers.
class Occurrences {
 public:
  /// A bucket for each pair of first two bytes, of which some 40 classes are told apart; a multiple
  /// of 64.
  static constexpr std::size_t buckets = 1600;

  /// `memory` is the one of the token lists that will be added.
  void begin_document(const WordMemory& memory);
  void add_title(const TokenList& title);
  /// A body may be added piece by piece, in order. The list is not used after the call.
  void add_body(const TokenList& body, std::uint32_t position_offset);

  /// Appends the terms, in ascending byte order; they live until the next document begins.
  void finish(std::vector<DocumentTerm>& terms);

  /// Reserves room for so many tokens of a very large document: a buffer that grows is there twice
  /// for a while.
  void expect(std::size_t tokens);

 private:
  /// The kinds of terms a word or root gives rise to.
  enum Kind : std::uint8_t { words, roots, title_words, title_roots };
  static constexpr std::size_t kinds = 4;
  static constexpr bool has_positions(Kind kind) { return kind == words || kind == title_words; }

  struct Tally {
    std::uint32_t wdf = 0;
    /// Occurrences; each has a position of its own.
    std::uint32_t count = 0;
    std::uint32_t last_position = 0;
    /// While positions are placed: where the term's next one goes in positions_. Then: their end.
    std::uint32_t end = 0;
  };
  /// A distinct word or root of the document.
  struct Entry {
    /// The first eight bytes, big-endian: decides most comparisons.
    std::uint64_t head;
    std::string_view word;
    std::array<Tally, kinds> tallies;
  };
  /// The entry of a word of the memory. Counts only if `serial` is that of the current document.
  struct Mark {
    std::uint32_t serial = 0;
    std::uint32_t entry = 0;
  };
  /// A position of a term. Kept small, as a very large document has millions.
  struct Placed {
    /// Twice the number of the entry, plus one for an occurrence in the title.
    std::uint32_t entry;
    std::uint32_t position;
  };

  /// Weight and position of an occurrence.
  struct Occurrence {
    std::uint32_t position;
    std::uint32_t weight;
  };
  struct Ranked {
    std::uint64_t head;
    std::uint32_t entry;
  };
  void fetch_marks(const Token& token) const noexcept;
  void add(const Token& token, Occurrence occurrence);
  std::uint32_t entry_of(std::uint32_t number);
  void count(std::uint32_t entry, Kind kind, Occurrence occurrence);
  void place_positions();
  void sort_entries();
  template <typename Act>
  void for_each_used_bucket(Act&& act);
  void emit(Kind kind, std::span<const Ranked> order, std::vector<DocumentTerm>& terms);
  std::string_view prefixed(Kind kind, std::string_view word);

  const WordMemory* memory_ = nullptr;
  std::uint32_t serial_ = 0;
  /// By number of the word in the memory.
  std::vector<Mark> marks_;
  std::vector<Entry> entries_;
  /// All positions in the order of the text, and then grouped by term.
  std::vector<Placed> placed_;
  std::vector<std::uint32_t> positions_;
  /// The entries in byte order, and those of the title among them.
  std::vector<Ranked> order_;
  std::vector<Ranked> title_order_;
  /// How many entries the title has.
  std::uint32_t title_entries_ = 0;
  /// While entries are sorted: how many a bucket has, then where the next one of it belongs. Zero
  /// otherwise, so that only what a document used needs clearing.
  std::array<std::uint32_t, buckets> places_{};
  std::array<std::uint64_t, buckets / 64> used_buckets_{};
  /// Holds prefixed terms.
  TokenList strings_;
};

}  // namespace kliping::indexer
