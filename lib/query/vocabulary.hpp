// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "kliping/analysis/analyzer.hpp"
#include "query/syntax.hpp"

namespace kliping {

/// Whether the tree has anything that `expand_patterns` has to look up.
bool has_patterns(const Node& tree);

/// Looks up the words of the index that each prefix, pattern and fuzzy word of the tree stands for,
/// and puts them into its node. Xapian's own wildcards are expanded shard by shard, with other
/// limits and weights in each.
/// The index's words with the same beginning are walked; for `*kata` these are all words. The first
/// letter of a fuzzy word is taken to be right. A word beside NEAR gets all of its forms, which
/// takes a walk over all words. Throws Error for more than `max_prefix_words`.
void expand_patterns(Node& tree, const Xapian::Database& database,
                     const Analyzer& analyzer = Analyzer());

}  // namespace kliping
