// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "byte_chains.hpp"
#include "interner.hpp"
#include "list_key.hpp"
#include "spill_file.hpp"

namespace kliping::glass {

/// The lists (list_key.hpp) of the documents that a lane has taken in since it last wrote any out.
/// They grow in memory and are written to a file, sorted by key. Documents are numbered from 0
/// within the run. For one thread.
///
/// Written, a run is a sequence of lists in order of their keys:
///
///     string  key
///     varint  entries, their total wdf, 1 if any has a payload, bytes that follow
///     and for each entry: varint document - the one before (the first as it is), varint wdf,
///     string payload
class Run {
 public:
  struct Entry {
    std::string_view key;
    std::uint32_t wdf = 0;
    /// Position list, or value.
    std::string_view payload;
  };
  /// Adds a document's entries to their lists; documents ascend.
  void add(std::uint32_t document, std::span<const Entry> entries);

  /// Memory in use, as Interner::bytes() counts it.
  std::size_t bytes() const noexcept;
  bool empty() const noexcept { return lists_.empty(); }

  void write(SpillFile& file) const;

 private:
  /// Half a cache line, so that one access to memory brings all of it.
  struct alignas(32) List {
    ByteChains::Chain chain;
    std::uint64_t total_wdf = 0;
    std::uint32_t last_document = 0;
    std::uint32_t entries : 31 = 0;
    bool has_payloads : 1 = false;
  };
  static_assert(sizeof(List) == 32);

  void append(List& list, std::uint32_t document, const Entry& entry);

  Interner keys_;
  /// By number of the key.
  std::vector<List> lists_;
  ByteChains chains_;
  /// A buffer of add(): for each entry the hash of its key, then the key's number.
  std::vector<std::uint32_t> numbers_;
};

}  // namespace kliping::glass
