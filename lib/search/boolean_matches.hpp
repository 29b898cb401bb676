// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <vector>

namespace kliping {

/// All documents that match a query, in order; none is weighed. For databases on this machine.
/// Words joined by AND or OR take a walk through their postings; for anything else Xapian's matcher
/// is asked.
std::vector<Xapian::docid> boolean_matches(const Xapian::Database& database,
                                           const Xapian::Query& query);

}  // namespace kliping
