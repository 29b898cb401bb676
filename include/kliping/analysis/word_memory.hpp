// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "kliping/interner.hpp"

namespace kliping {

/// A cache of the analysis. It gives each word and root a number, from 0, and remembers for each
/// surface (a word as written) of plain letters which word and root it was analysed to. Of twenty
/// words of running text nineteen were met before: those need neither folding nor stemming. Share
/// one among the TokenLists of one thread, for one Analyzer.
class WordMemory {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// Longer surfaces are rare, and are not remembered.
  static constexpr std::size_t max_surface_bytes = 23;

  /// The numbers of a surface's word and root. `word` is none for a surface that yields more than
  /// one token, and so must be analysed each time.
  struct Known {
    std::uint32_t word = none;
    std::uint32_t root = none;
  };

  class Sought;

  WordMemory();

  /// The first half of a look-up: hashes the surface and prefetches the memory that find() will
  /// look at. To be called for several surfaces before find() is called for the first of them. The
  /// surface is the first `size` bytes of `text`, at most max_surface_bytes; bytes behind it may be
  /// read.
  Sought seek(std::string_view text, std::size_t size) const noexcept;
  /// The second half: null for a surface that was not met yet. remember() must not be called
  /// between the two halves.
  const Known* find(const Sought& sought) const noexcept;
  void remember(std::string_view surface, Known known);

  /// The word's number; a new one for a word that was not met yet.
  std::uint32_t number_of(std::string_view word) { return words_.number_of(word); }
  /// The word of a number. The view is valid until trim() forgets it.
  std::string_view word(std::uint32_t number) const noexcept { return words_.word(number); }
  std::uint32_t size() const noexcept { return words_.size(); }

  /// Forgets everything if it has grown large, and says whether it did. Only to be called between
  /// texts: tokens point into the memory.
  bool trim();

 private:
  /// A surface's bytes, padded with zeros, and its size in the last byte: 24 bytes, which are
  /// compared and hashed as three numbers.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::uint64_t last = 0;

    /// Of the surface of no bytes.
    bool is_empty() const noexcept { return last == 0; }
    bool operator==(const Key&) const = default;
  };
  /// Half a cache line. In a free slot the key is empty.
  struct alignas(32) Surface {
    Key key{};
    Known known;
  };

  static Key key_at(std::string_view text, std::size_t size) noexcept;
  static Key key_of(std::string_view surface) noexcept;
  static std::size_t hash_of(const Key& key) noexcept;
  /// Where the surface stands, or the free place where it belongs.
  std::size_t place_of(const Key& key, std::size_t hash) const noexcept;
  void grow_surfaces();

  std::vector<Surface> surfaces_;
  std::size_t surface_count_ = 0;
  Interner words_;
};

/// A look-up that seek() began.
class WordMemory::Sought {
 private:
  friend class WordMemory;
  Key key_;
  std::size_t hash_;
};

}  // namespace kliping
