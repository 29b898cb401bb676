// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace kliping {

/// `query` with the roots that set `best` apart from other articles beside it: the same articles
/// match, in another order. Pseudo relevance feedback by the probabilistic weight of Robertson and
/// Sparck Jones (1976); figures in docs/ranking.md.
Xapian::Query with_feedback(const Xapian::Database& database, const Xapian::Query& query,
                            const std::vector<Xapian::docid>& best);

}  // namespace kliping
