// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "kliping/analysis/word_memory.hpp"
#include "kliping/span.hpp"

namespace kliping {

/// One searchable word of a text. Several tokens may share a position (a glued word and its parts
/// overlap); positions never fall, nor do the beginnings of spans. A root that tokens of one
/// position share (`di-PHK`, and `PHK` in it) occurs there once.
struct Token {
  /// The surface in the analysed text.
  Span span;
  /// Counts words from 1, with a gap where no phrase may cross (paragraph, furniture).
  std::uint32_t position = 0;
  /// The surface folded; at most schema::max_term_bytes less the longest prefix.
  std::string_view word;
  /// The root; equal to `word` where nothing was cut.
  std::string_view root;
  /// Of `word` and `root` in the list's memory.
  std::uint32_t word_number = WordMemory::none;
  std::uint32_t root_number = WordMemory::none;
};

/// What an analysis yields; reuse one for many texts to save allocations. The tokens' views live
/// in its arena, in its memory, or in static data, until the next analysis into it.
class TokenList {
 public:
  std::vector<Token> tokens;
  /// Page furniture that yields no tokens (`BACA JUGA: …`), ascending and disjoint.
  std::vector<Span> furniture;
  /// Shared by the lists of one thread; null for texts too few to remember words of.
  WordMemory* memory = nullptr;

  void clear() noexcept;
  /// Copies bytes into the arena; the view is stable until clear().
  std::string_view intern(std::string_view bytes);
  /// Room in the arena to write `bytes` to; `keep` makes the first of them stable. No other call
  /// may come between the two.
  char* room(std::size_t bytes);
  std::string_view keep(std::size_t bytes) noexcept;

 private:
  static constexpr std::size_t block_bytes = 64 * 1024;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace kliping
