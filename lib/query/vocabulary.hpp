// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "kliping/analysis/analyzer.hpp"
#include "query/syntax.hpp"

namespace kliping {

/// Whether anything in the tree has to be expanded.
bool has_patterns(const Node& tree);

/// Puts into every prefix, pattern and fuzzy word of the tree the words of the index that it stands
/// for. Xapian would do so shard by shard, with other limits and weights in each.
/// Walks the words that begin like it, all of them for `*kata`; a fuzzy word's first letter is
/// taken to be right. Words that NEAR joins get all their forms, by a walk through all words.
/// Throws Error where there are more than `max_prefix_words`.
void expand_patterns(Node& tree, const Xapian::Database& database,
                     const Analyzer& analyzer = Analyzer());

}  // namespace kliping
