// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "search/decoded_index.hpp"
#include "search/ordering.hpp"

namespace kliping {

/// Finds what `first_matches` finds by relevance, but with decoded postings instead of Xapian's
/// matcher, which still weighs phrases and patterns among the words. Nothing for other kinds of
/// queries: with filters around the words, or with a phrase or pattern beside words that are all
/// wanted.
std::optional<Ordered> first_by_postings(DecodedIndex& index, const Question& question,
                                         std::size_t wanted);

}  // namespace kliping
