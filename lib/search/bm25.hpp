// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace kliping {

/// An article that is weighed beside others, in the order of the index.
struct Seat {
  Xapian::docid document = 0;
  /// Its place among the others as the caller counts them.
  std::size_t place = 0;
  /// What the formula adds to occurrences below the line: it hangs on the article's length.
  double length = 0;
  double weight = 0;
};

/// Sorts by document and reads lengths.
void prepare(const Xapian::Database& database, std::vector<Seat>& seats);

/// Adds `factor` times what a term that `having` articles have weighs in each of `seats`, as
/// Xapian's BM25Weight would: for some articles alone, where a matcher would have to go through
/// all.
void add_weights(const Xapian::Database& database, const std::string& term, double having,
                 double factor, std::vector<Seat>& seats);

}  // namespace kliping
