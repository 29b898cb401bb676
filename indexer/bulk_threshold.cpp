// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk_threshold.hpp"

#include <algorithm>
#include <cstdint>

#include "file_system.hpp"

namespace kliping::indexer {

namespace {

/// An eighth of the budget is for fresh articles that wait until it is clear which sink is the
/// better (AddRun::route). Each is there twice: as an article, and in the form in which it will be
/// stored.
constexpr std::size_t share_waiting = 8;
/// With less fresh text than this, updating in place is always faster than rewriting, however small
/// the index: the check before a build and the syncs after it alone take longer.
constexpr std::size_t min_bulk_bytes = std::size_t{1} << 20;
/// Adding a byte of text in place takes some hundred times as long as copying a byte of the index
/// when it is rewritten. Rewriting is chosen somewhat earlier than that.
constexpr std::uintmax_t index_bytes_per_bulk_byte = 64;

}  // namespace

std::size_t bulk_threshold(const std::optional<std::filesystem::path>& existing,
                           std::size_t memory_bytes) {
  if (!existing) return 0;
  const std::uintmax_t by_size = folder_bytes(*existing) / index_bytes_per_bulk_byte;
  const std::size_t most = std::max(min_bulk_bytes, memory_bytes / share_waiting);
  return std::clamp<std::uintmax_t>(by_size, min_bulk_bytes, most);
}

}  // namespace kliping::indexer
