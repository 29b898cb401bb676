// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "search/searched.hpp"

namespace kliping {

/// An article that is weighed beside others, in the order of the index.
struct Seat {
  Xapian::docid document = 0;
  /// Its place among the others as the caller counts them.
  std::size_t place = 0;
  /// `length_summand` of the article.
  double length = 0;
  double weight = 0;
};

/// What BM25 adds to occurrences below the line; `length` is a part of the average.
double length_summand(double length);

/// What a term that `having` articles have weighs where it fills an article, as Xapian's BM25Weight
/// has it.
double term_weight(const Xapian::Database& database, double having);

/// How far `occurrences` fill an article, as BM25 has it: 0 to 1.
inline double saturation(double occurrences, double length) {
  return occurrences / (occurrences + length);
}

/// Sorts by document and reads lengths.
void prepare(const Searched& searched, std::vector<Seat>& seats);

/// Adds `factor` times what a term that `having` articles have weighs in each of `seats`, as
/// Xapian's BM25Weight would: for some articles alone, where a matcher would have to go through
/// all.
void add_weights(const Searched& searched, const std::string& term, double having, double factor,
                 std::vector<Seat>& seats);

}  // namespace kliping
