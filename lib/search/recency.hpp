// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "search/ordering.hpp"

namespace kliping {

/// The share of its score that an article keeps at its age, from 0 to 1. `date` is as in
/// `schema::Slot::date`, "" for none.
double kept_by_age(const Recency& recency, const std::string& date);

/// The first `wanted` matches by score after the loss by age. They are exact: every match that
/// could be among them is looked at. The caller gives them ranks.
std::vector<Match> most_recent_first(const Xapian::Database& database, const Question& question,
                                     const Recency& recency, std::size_t wanted);

}  // namespace kliping
