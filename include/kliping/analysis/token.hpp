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

/// One searchable word of a text. Several tokens may share a position: a word that was glued
/// together and its first part. From token to token neither positions nor the beginnings of spans
/// decrease. Where tokens of one position have the same root (`di-PHK`, and `PHK` in it), the root
/// counts as one occurrence.
struct Token {
  /// Where the word stands in the analysed text.
  Span span;
  /// Counts words from 1, with a gap where no phrase may cross (paragraph, furniture).
  std::uint32_t position = 0;
  /// The word as it is indexed: folded, and cut so that it fits into a term with any prefix.
  std::string_view word;
  /// The root; equal to `word` where nothing was cut.
  std::string_view root;
  /// The numbers of `word` and `root` in the list's WordMemory; none without a memory.
  std::uint32_t word_number = WordMemory::none;
  std::uint32_t root_number = WordMemory::none;
};

/// The result of an analysis. Reuse one list for many texts to save allocations. The tokens' views
/// point into its arena, into its memory or into static data, and are valid until the next analysis
/// into the list.
class TokenList {
 public:
  std::vector<Token> tokens;
  /// Page furniture (boilerplate such as `BACA JUGA: …`), which yields no tokens; ascending,
  /// disjoint.
  std::vector<Span> furniture;
  /// Optional, and shared by the lists of one thread: pays where many texts are analysed.
  WordMemory* memory = nullptr;

  void clear() noexcept;
  /// Copies bytes into the arena; the view is stable until clear().
  std::string_view intern(std::string_view bytes);
  /// Room in the arena to write up to so many bytes to. keep() then says how many were written, and
  /// gives the stable view of them. No other call may come between the two.
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
