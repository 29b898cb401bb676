// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "search/decoded_index.hpp"
#include "search/ordering.hpp"

namespace kliping {

/// What `first_matches` finds by relevance, by decoded postings instead of Xapian's matcher, which
/// weighs the phrases and patterns among the words still. Nothing where the query is of another
/// kind: filters around the words, or words that must all be there beside what is not a word.
std::optional<Ordered> first_by_postings(DecodedIndex& index, const Question& question,
                                         std::size_t wanted);

}  // namespace kliping
