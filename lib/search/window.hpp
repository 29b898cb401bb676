// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kliping/schema.hpp"
#include "kliping/search.hpp"

namespace kliping {

/// An article loses half of its score with every `half_life_seconds` of its age, ten times at
/// most; one without a date counts as that old.
struct Recency {
  std::int64_t half_life_seconds = 0;
  std::int64_t now = 0;
};

/// Which matches are wanted, in which order, and what is counted over all of them.
struct Window {
  std::size_t offset = 0;
  std::size_t limit = 10;
  Order order = Order::relevance;
  /// A name of the schema, or a key of the archive's own.
  std::string field{};
  Direction direction = Direction::usual;
  Count count = Count::estimated;
  std::optional<Recency> recency{};
  Folding folding = Folding::off;
  /// Slots whose values are counted.
  std::vector<schema::Slot> counted{};
};

}  // namespace kliping
