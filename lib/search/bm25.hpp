// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "search/searched.hpp"

namespace kliping {

/// An article that is being weighed.
struct Seat {
  Xapian::docid document = 0;
  /// Its number in the caller's list, which has another order.
  std::size_t place = 0;
  /// The article's `length_summand`.
  double length = 0;
  double weight = 0;
};

/// BM25 divides the occurrences of a term by occurrences + this. `length` is the article's length
/// divided by the average.
double length_summand(double length);

/// The weight of a term that is in `having` articles, before its occurrences count; the same number
/// as in Xapian's BM25Weight.
double term_weight(const Xapian::Database& database, double having);

/// The share of its weight, from 0 to 1, that a term has with so many occurrences.
inline double saturation(double occurrences, double length) {
  return occurrences / (occurrences + length);
}

/// Sorts the articles by document and reads their lengths.
void prepare(const Searched& searched, std::vector<Seat>& seats);

/// Adds to each of `seats` the score of a term that is in `having` articles, times `factor`: what
/// Xapian's BM25Weight would give, but for a few articles instead of all.
void add_weights(const Searched& searched, const std::string& term, double having, double factor,
                 std::vector<Seat>& seats);

}  // namespace kliping
