// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kliping/schema.hpp"
#include "kliping/search.hpp"

namespace kliping {

/// An article loses half of its score with every `half_life_seconds` of its age, at most ten times.
/// An article without a date counts as that old.
struct Recency {
  std::int64_t half_life_seconds = 0;
  std::int64_t now = 0;
};

/// What a program may ask of a page, and what only kliping-search offers besides.
struct Window : PageOptions {
  std::optional<Recency> recency{};
  /// Slots whose values are counted over all matches.
  std::vector<schema::Slot> counted{};
};

}  // namespace kliping
