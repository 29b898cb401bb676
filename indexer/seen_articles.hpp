// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "kliping/stored_article.hpp"

namespace kliping::indexer {

/// The identities met in a run, and the last content of each. An entry takes 16 bytes, of tables that
/// are 3/8 to 3/4 full: so ten million articles fit into memory beside everything else. Only hashes
/// are kept: once in a million runs of ten million articles, a `different` is about an article of
/// another identity. Whoever deletes by it must compare the identity itself.
class SeenArticles {
 public:
  enum class Seen { never, same, different };

  SeenArticles();

  /// Says what was known of the identity, and remembers `fingerprint` as its content.
  Seen exchange(std::string_view identity, const Fingerprint& fingerprint);

 private:
  struct Entry {
    /// 0 for an empty place.
    std::uint64_t identity = 0;
    std::uint64_t content = 0;
  };
  /// Open addressing, linear probing. Many small tables, so that growing one copies little.
  struct Table {
    std::vector<Entry> entries;
    std::size_t used = 0;
  };
  static constexpr std::size_t table_count = 256;

  static Entry& place(Table& table, std::uint64_t identity);
  static void grow(Table& table);

  std::array<Table, table_count> tables_;
};

}  // namespace kliping::indexer
