// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping::glass {

/// Numbers byte strings from 0 as they first come: an open hash table that keeps its own copies.
class Interner {
 public:
  Interner();

  std::uint32_t number_of(std::string_view key);
  std::string_view key(std::uint32_t number) const noexcept { return keys_[number]; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }

  /// All numbers in byte order of their keys.
  std::vector<std::uint32_t> in_order() const;

  std::size_t bytes() const noexcept;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = none;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t block_bytes = std::size_t{1} << 16;

  std::string_view keep(std::string_view key);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> keys_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

}  // namespace kliping::glass
