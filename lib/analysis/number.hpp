// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// A number as Indonesian newspapers write it, in ASCII digits.
struct Number {
  std::size_t end = 0;
  /// The number without separators of thousands, with a comma before decimals, and with a full stop
  /// between hours and minutes.
  std::string_view folded;
  /// Where a group of several numbers ends that begins with this one (`21.10.2025`); else `end`.
  std::size_t group_end = 0;
};

/// The number at `begin`, whose first digits end at `digits_end`.
///   1.234  1.500.000  Rp1.234,50  1,234,567.8   thousands in groups of three: separators dropped
///   5,12  3.5  19.30  19:30                     two groups: one number
///   21.10.2025  1,2,3                           anything else: several numbers
Number scan_number(std::string_view text, std::size_t begin, std::size_t digits_end,
                   TokenList& arena);

}  // namespace kliping
