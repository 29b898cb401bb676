// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

/// What the parts of the query builder share.
namespace kliping {

inline std::string term(std::string_view prefix, std::string_view word) {
  return std::string{prefix}.append(word);
}

/// The parts joined by `op`. A single part is left as it is; no part gives an empty query.
inline Xapian::Query combine(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return {op, parts.begin(), parts.end()};
}

}  // namespace kliping
