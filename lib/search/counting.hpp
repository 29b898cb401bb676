// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/ordering.hpp"

namespace kliping {

/// How many matches have each value of a slot. The value "" stands for those without one.
struct ValueCounts {
  schema::Slot slot = schema::Slot::date;
  std::unordered_map<std::string, std::size_t> counts;
};

struct Counted {
  std::size_t total = 0;
  /// One for each slot asked for, in that order.
  std::vector<ValueCounts> values;
};

/// Counts all matches and their values by looking at every one, so that the numbers are exact, also
/// on servers.
Counted count_all(const Searched& searched, const Question& question,
                  const std::vector<schema::Slot>& slots);

}  // namespace kliping
