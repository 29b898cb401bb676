// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pack.hpp"

/// While a database is built there are three kinds of lists with an entry for each document: the
/// postings of a term, the values of a slot, and the document lengths. A list is identified by the
/// key that its first chunk has in the postlist table, without the document id. Lists sorted by key
/// are thereby in the order of that table.
namespace kliping::glass {

enum class ListKind { values, lengths, postings };

inline constexpr std::string_view values_prefix{"\0\xD8", 2};
inline constexpr std::string_view lengths_key{"\0\xE0", 2};

inline ListKind kind_of(std::string_view key) noexcept {
  if (key.starts_with(values_prefix)) return ListKind::values;
  return key == lengths_key ? ListKind::lengths : ListKind::postings;
}

inline std::string values_key(std::uint32_t slot) {
  std::string key(values_prefix);
  append_varint(key, slot);
  return key;
}

struct ListHead {
  std::string_view key;
  /// Number of entries.
  std::uint64_t entries = 0;
  std::uint64_t total_wdf = 0;
  /// Whether any entry has a payload: a position list, or a value.
  bool has_payloads = false;
};

}  // namespace kliping::glass
