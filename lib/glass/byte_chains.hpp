// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace kliping::glass {

/// Many byte strings that grow at their ends, in one pool: each is a chain of ever larger slices
/// (after Lucene's byte slices). Nothing is moved, and little is wasted on the short ones.
class ByteChains {
 public:
  struct Chain {
    /// Address of the first slice; `none` for a chain without bytes.
    std::uint32_t first = none;
    /// Where the next byte goes.
    std::uint32_t at = 0;
    /// Where the current slice ends. The address of the next slice is written there.
    std::uint32_t end = 0;
    /// Number of the current slice within the chain, from 0.
    std::uint32_t level = 0;
  };

  void append(Chain& chain, std::string_view bytes) {
    while (bytes.size() > chain.end - chain.at) {
      const std::string_view fits = bytes.substr(0, chain.end - chain.at);
      copy(chain, fits);
      bytes.remove_prefix(fits.size());
      extend(chain);
    }
    copy(chain, bytes);
  }

  /// How many bytes append_short() copies, however few of them count.
  static constexpr std::size_t short_bytes = 16;

  /// As append(), for `size` bytes out of a buffer of at least `short_bytes`. Copies the whole
  /// buffer, since a copy of fixed length is faster; the next append() overwrites the surplus.
  void append_short(Chain& chain, const char* bytes, std::size_t size) {
    if (chain.end - chain.at < short_bytes) return append(chain, {bytes, size});
    std::memcpy(address(chain.at), bytes, short_bytes);
    chain.at += static_cast<std::uint32_t>(size);
  }

  /// Prefetches the memory that append() will write to; to be called several appends ahead.
  void fetch_ahead(const Chain& chain) const noexcept {
    if (chain.at < chain.end) __builtin_prefetch(address(chain.at), 1);
  }

  /// Prefetches the first slice; to be called several chains ahead of read().
  void fetch_begin(const Chain& chain) const noexcept {
    if (chain.first != none) __builtin_prefetch(address(chain.first));
  }

  /// Bytes in the chain. Slices have fixed sizes, so their number and the room left in the last one
  /// tell.
  static std::uint64_t size(const Chain& chain) noexcept {
    if (chain.first == none) return 0;
    const std::uint32_t doubling = std::min(chain.level, largest_level);
    const std::uint64_t doubled = std::uint64_t{smallest_payload} * ((1U << doubling) - 1);
    const std::uint64_t full =
        doubled + std::uint64_t{chain.level - doubling} * payload_bytes(largest_level);
    return full + payload_bytes(chain.level) - (chain.end - chain.at);
  }

  /// Calls `take(std::string_view)` with the chain's bytes, piece by piece.
  template <typename Take>
  void read(const Chain& chain, Take&& take) const {
    std::uint32_t at = chain.first;
    for (std::uint32_t level = 0; at != none; ++level) {
      const std::uint32_t end = level == chain.level ? chain.at : at + payload_bytes(level);
      take(std::string_view(address(at), end - at));
      if (level == chain.level) return;
      std::memcpy(&at, address(end), sizeof(at));
    }
  }

  /// Memory in use.
  std::size_t bytes() const noexcept { return blocks_.size() * block_bytes; }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr unsigned block_bits = 18;
  static constexpr std::size_t block_bytes = std::size_t{1} << block_bits;
  static constexpr std::uint32_t smallest_payload = 12;
  /// Each slice is twice as large as the one before, up to this level.
  static constexpr std::uint32_t largest_level = 9;

  static std::uint32_t payload_bytes(std::uint32_t level) noexcept {
    return smallest_payload << std::min(level, largest_level);
  }

  char* address(std::uint32_t at) const noexcept {
    return blocks_[at >> block_bits].get() + (at & (block_bytes - 1));
  }

  void copy(Chain& chain, std::string_view bytes) noexcept {
    if (bytes.empty()) return;
    std::memcpy(address(chain.at), bytes.data(), bytes.size());
    chain.at += static_cast<std::uint32_t>(bytes.size());
  }

  void extend(Chain& chain) {
    const std::uint32_t level = chain.first == none ? 0 : chain.level + 1;
    const std::uint32_t slice = allocate(payload_bytes(level) + sizeof(std::uint32_t));
    if (chain.first == none) {
      chain.first = slice;
    } else {
      std::memcpy(address(chain.end), &slice, sizeof(slice));
    }
    chain = {chain.first, slice, slice + payload_bytes(level), level};
  }

  std::uint32_t allocate(std::size_t bytes) {
    if (bytes > left_in_block_) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(block_bytes));
      left_in_block_ = block_bytes;
    }
    const std::size_t at = blocks_.size() * block_bytes - left_in_block_;
    left_in_block_ -= bytes;
    return static_cast<std::uint32_t>(at);
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

}  // namespace kliping::glass
