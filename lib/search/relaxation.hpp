// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <vector>

#include "search/ordering.hpp"
#include "search/searched.hpp"

namespace kliping {

/// Narrows a relaxed query (`BuiltQuery::relaxed`) to articles with at least `least` of its words;
/// scores stay the same. Such an article must have one of the words other than the `least - 1` most
/// frequent ones, so the postings of those need not be walked through.
Xapian::Query with_at_least(const Xapian::Database& database, const Xapian::Query& relaxed,
                            std::size_t least);

/// Finds what `with_at_least` finds, by relevance, but counts words before it weighs anything: of
/// all articles with one of the words few have enough of them. Equal scores are in no order.
/// Nothing if that cannot be done: filters surround the words, or one word is enough.
std::optional<std::vector<Match>> counted_matches(const Searched& searched,
                                                  const Xapian::Query& relaxed, std::size_t least);

}  // namespace kliping
