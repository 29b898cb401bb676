// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/pruning.hpp"

#include <algorithm>

namespace kliping {

bool is_pruned_right(const Xapian::Query& query) {
  if (query.get_type() == Xapian::Query::OP_OR) return false;
  // Behind the first part of AND_MAYBE, FILTER and AND_NOT nothing decides, or only little.
  const bool all_count = query.get_type() == Xapian::Query::OP_AND;
  const std::size_t parts = query.get_num_subqueries();
  for (std::size_t i = 0; i < (all_count ? parts : std::min<std::size_t>(parts, 1)); ++i) {
    if (!is_pruned_right(query.get_subquery(i))) return false;
  }
  return true;
}

}  // namespace kliping
