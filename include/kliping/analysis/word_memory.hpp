// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping {

/// Numbers the words and roots of many texts from 0, and remembers what the plain ones among their
/// surfaces came to: of twenty words of running text nineteen were met before, and neither fold nor
/// stem again. Give it to the TokenLists of one thread and one Analyzer.
class WordMemory {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// Longer surfaces are rare, and not remembered.
  static constexpr std::size_t max_surface_bytes = 23;

  /// What a surface is remembered to be; `word` is none where it is more than one plain word.
  struct Known {
    std::uint32_t word = none;
    std::uint32_t root = none;
  };

  class Sought;

  WordMemory();

  /// To be asked of a few surfaces before find() is: fetches what that will look at. The surface is
  /// the beginning of the text, of up to max_surface_bytes; what follows it may be read.
  Sought seek(std::string_view text, std::size_t size) const noexcept;
  /// Null where it was not met yet. Nothing may be remembered between the two.
  const Known* find(const Sought& sought) const noexcept;
  void remember(std::string_view surface, Known known);

  /// The same for the same bytes, until trim() forgets them.
  std::uint32_t number_of(std::string_view word);
  /// Its bytes, in the memory.
  std::string_view word(std::uint32_t number) const noexcept { return words_[number]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(words_.size()); }

  /// Forgets everything once it has grown large; says whether it did. Between texts only.
  bool trim();

 private:
  /// A surface's bytes, zeros, and in the last byte its size: compared and hashed as three numbers.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint64_t last = 0;

    /// Of the surface of no bytes.
    bool is_empty() const noexcept { return last == 0; }
    bool operator==(const Key&) const = default;
  };
  /// Half a cache line. A free one has the empty key.
  struct alignas(32) Surface {
    Key key{};
    Known known;
  };
  struct Word {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  static constexpr std::size_t block_bytes = std::size_t{1} << 16;

  static Key key_at(std::string_view text, std::size_t size) noexcept;
  static Key key_of(std::string_view surface) noexcept;
  static std::size_t hash_of(const Key& key) noexcept;
  /// Where the surface stands, or the free place where it belongs.
  std::size_t place_of(const Key& key, std::size_t hash) const noexcept;
  std::string_view keep(std::string_view word);
  void grow_surfaces();
  void grow_words();

  std::vector<Surface> surfaces_;
  std::size_t surface_count_ = 0;
  std::vector<Word> slots_;
  std::vector<std::string_view> words_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

/// A surface on its way to being found.
class WordMemory::Sought {
 private:
  friend class WordMemory;
  Key key_;
  std::size_t hash_;
};

}  // namespace kliping
