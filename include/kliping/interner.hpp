// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping {

/// Gives each distinct word a number: from 0, in the order in which words are first seen. A hash
/// table with open addressing that owns copies of its words. Faster than a std::unordered_map
/// where most words are met again, as in running text. Its slots are small (glass::Interner's are
/// four times as large), for the one search of a short run touches each page of them anew.
class Interner {
 public:
  Interner();

  /// The hash that number_of() wants. Prefetches the slot that number_of() looks at first, for the
  /// table of many words is larger than a processor's caches: to be called several words ahead.
  std::uint32_t hash_ahead(std::string_view word) const noexcept;
  std::uint32_t number_of(std::string_view word, std::uint32_t hash);
  std::uint32_t number_of(std::string_view word) { return number_of(word, hash_ahead(word)); }

  /// The word of a number; the view is valid as long as the interner.
  std::string_view word(std::uint32_t number) const noexcept { return words_[number]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t block_bytes = std::size_t{1} << 16;

  struct Slot {
    std::uint32_t hash = 0;
    /// `none` in a free slot.
    std::uint32_t number = none;
  };

  std::string_view keep(std::string_view word);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> words_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

}  // namespace kliping
