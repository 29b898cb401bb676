// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "query/tuning.hpp"

namespace kliping {

void prepare(const Xapian::Database& database, std::vector<Seat>& seats) {
  std::sort(seats.begin(), seats.end(),
            [](const Seat& a, const Seat& b) { return a.document < b.document; });
  const double average = database.get_avlength();
  for (Seat& seat : seats) {
    const double length = database.get_doclength(seat.document) / average;
    seat.length = tuning::bm25_k1 *
                  (1 - tuning::bm25_b + tuning::bm25_b * std::max(length, tuning::bm25_min_length));
  }
}

void add_weights(const Xapian::Database& database, const std::string& term, double having,
                 double factor, std::vector<Seat>& seats) {
  const double all = database.get_doccount();
  const double rareness = (all - having + 0.5) / (having + 0.5);
  const double weight =
      factor * (tuning::bm25_k1 + 1) * std::log(rareness < 2 ? rareness / 2 + 1 : rareness);
  const auto end = database.postlist_end(term);
  auto posting = database.postlist_begin(term);
  for (Seat& seat : seats) {
    if (posting == end) return;
    if (*posting < seat.document) posting.skip_to(seat.document);
    if (posting == end) return;
    if (*posting != seat.document) continue;
    const double occurrences = posting.get_wdf();
    seat.weight += weight * occurrences / (occurrences + seat.length);
  }
}

}  // namespace kliping
