// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kliping/schema.hpp"

namespace kliping {

/// Relevance: the best first. Date: the newest first. Field: by `Window::field`, in the order of
/// its bytes, then as by date.
enum class Order : std::uint8_t { relevance, date, field };

/// Reversed dates begin with the oldest, a reversed field with its last value; a reversed page of
/// relevance ends with the best. Articles without the date or field come last either way.
enum class Direction : std::uint8_t { usual, reversed };

/// Exact totals make the matcher look at every article that matches.
enum class Count : std::uint8_t { estimated, exact };

/// Whether near-duplicates stand behind the best ranked of them, or each for itself.
enum class Folding : std::uint8_t { off, on };

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
