// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "search/ordering.hpp"
#include "search/searched.hpp"

namespace kliping {

/// A relaxed query (`BuiltQuery::relaxed`) as it finds articles with at least `least` of its words,
/// with the same scores: whoever has so many has one of all but the `least - 1` most frequent
/// words, so these need not be walked through.
Xapian::Query with_at_least(const Xapian::Database& database, const Xapian::Query& relaxed,
                            std::size_t least);

/// What `with_at_least` finds by relevance, the more words the better, but counted before it is
/// weighed: of all articles with one of the words few have so many. Equal scores in no order.
/// Nothing where that cannot be done: filters stand around the words, or one word is enough.
std::optional<std::vector<Match>> counted_matches(const Searched& searched,
                                                  const Xapian::Query& relaxed, std::size_t least);

}  // namespace kliping
