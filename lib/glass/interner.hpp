// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping::glass {

/// Gives each distinct key, of up to 255 bytes, a number: from 0, in the order in which keys are
/// first seen. A hash table with open addressing that owns copies of its keys.
class Interner {
 public:
  Interner();

  /// The hash that number_of() wants. Prefetches the slot that number_of() looks at first; to be
  /// called several keys ahead.
  std::uint32_t hash_ahead(std::string_view key) const noexcept;
  std::uint32_t number_of(std::string_view key, std::uint32_t hash);
  std::string_view key(std::uint32_t number) const noexcept { return keys_[number]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

  /// All numbers in byte order of their keys.
  std::vector<std::uint32_t> in_order() const;

  /// Memory in use. Shortly before a table doubles, the old and the new table are both counted, as
  /// they will be there at the same time.
  std::size_t bytes() const noexcept;

 private:
  /// Half a cache line, so that finding a key takes one access to memory.
  struct alignas(32) Slot {
    static constexpr std::size_t head_bytes = 23;

    /// As much of the key as fits.
    char head[head_bytes] = {};
    std::uint8_t key_bytes = 0;
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t block_bytes = std::size_t{1} << 16;

  bool holds(const Slot& slot, std::string_view key, std::uint32_t hash) const noexcept;
  std::string_view keep(std::string_view key);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> keys_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

}  // namespace kliping::glass
