// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen_articles.hpp"

#include <xxhash.h>

#include <cstring>
#include <utility>

namespace kliping::indexer {

SeenArticles::SeenArticles() {
  for (Table& table : tables_) table.entries.resize(8);
}

SeenArticles::Seen SeenArticles::exchange(std::string_view identity,
                                          const Fingerprint& fingerprint) {
  std::uint64_t hash = XXH3_64bits(identity.data(), identity.size());
  if (hash == 0) hash = 1;
  std::uint64_t content;
  std::memcpy(&content, fingerprint.data(), sizeof content);

  Table& table = tables_[hash % table_count];
  // At three quarters full a look-up still takes two or three steps.
  if ((table.used + 1) * 4 > table.entries.size() * 3) grow(table);
  Entry& entry = place(table, hash);
  if (entry.identity == 0) {
    entry = {hash, content};
    ++table.used;
    return Seen::never;
  }
  return std::exchange(entry.content, content) == content ? Seen::same : Seen::different;
}

SeenArticles::Entry& SeenArticles::place(Table& table, std::uint64_t identity) {
  const std::size_t mask = table.entries.size() - 1;
  std::size_t at = (identity / table_count) & mask;
  while (table.entries[at].identity != 0 && table.entries[at].identity != identity) {
    at = (at + 1) & mask;
  }
  return table.entries[at];
}

void SeenArticles::grow(Table& table) {
  const std::vector<Entry> old = std::exchange(table.entries, {});
  table.entries.resize(old.size() * 2);
  for (const Entry& entry : old) {
    if (entry.identity != 0) place(table, entry.identity) = entry;
  }
}

}  // namespace kliping::indexer
