// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

namespace kliping {

/// A relaxed query (`BuiltQuery::relaxed`) as it finds articles with at least `least` of its words,
/// with the same scores: whoever has so many has one of all but the `least - 1` most frequent
/// words, so these need not be walked through.
Xapian::Query with_at_least(const Xapian::Database& database, const Xapian::Query& relaxed,
                            std::size_t least);

}  // namespace kliping
