// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace kliping {

/// All documents that match a query, ascending, without weights. For databases on this machine.
/// Words joined by AND or OR are answered by a walk through their postings, anything else by
/// Xapian's matcher.
std::vector<Xapian::docid> boolean_matches(const Xapian::Database& database,
                                           const Xapian::Query& query);

}  // namespace kliping
