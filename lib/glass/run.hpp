// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "byte_chains.hpp"
#include "interner.hpp"
#include "list_key.hpp"
#include "spill_file.hpp"

namespace kliping::glass {

/// Lists over a run of documents, in memory, until there are enough of them to be written out in
/// order. Documents count from 0 within the run. One thread.
///
/// Written, a run is a sequence of lists in order of their keys:
///
///     string  key
///     varint  entries, their total wdf, payloads, bytes that follow
///     and for each entry: varint document - the one before (the first as it is), varint wdf,
///     string payload
class Run {
 public:
  /// Documents ascend within each list.
  void add(std::string_view key, std::uint32_t document, std::uint32_t wdf,
           std::string_view payload);

  /// Of memory.
  std::size_t bytes() const noexcept;
  bool empty() const noexcept { return lists_.empty(); }

  void write(SpillFile& file) const;

 private:
  struct List {
    ByteChains::Chain chain;
    std::uint32_t last_document = 0;
    std::uint32_t entries = 0;
    std::uint32_t payloads = 0;
    std::uint64_t total_wdf = 0;
    std::uint64_t bytes = 0;
  };

  Interner keys_;
  /// By number of the key.
  std::vector<List> lists_;
  ByteChains chains_;
};

}  // namespace kliping::glass
