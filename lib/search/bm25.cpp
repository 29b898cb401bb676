// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/bm25.hpp"

#include <algorithm>
#include <cmath>

#include "query/tuning.hpp"
#include "search/decoded_index.hpp"

namespace kliping {

namespace {

void add_decoded(const Postings& postings, double factor, std::vector<Seat>& seats) {
  const auto end = postings.list.end();
  auto posting = postings.list.begin();
  for (Seat& seat : seats) {
    posting = first_from(posting, end, seat.document, &Posting::document);
    if (posting == end) return;
    if (posting->document != seat.document) continue;
    seat.weight += factor * postings.weight * saturation(posting->occurrences, seat.length);
  }
}

}  // namespace

double length_summand(double length) {
  return tuning::bm25_k1 *
         (1 - tuning::bm25_b + tuning::bm25_b * std::max(length, tuning::bm25_min_length));
}

double term_weight(const Xapian::Database& database, double having) {
  const double all = database.get_doccount();
  const double rareness = (all - having + 0.5) / (having + 0.5);
  return (tuning::bm25_k1 + 1) * std::log(rareness < 2 ? rareness / 2 + 1 : rareness);
}

void prepare(const Searched& searched, std::vector<Seat>& seats) {
  std::sort(seats.begin(), seats.end(),
            [](const Seat& a, const Seat& b) { return a.document < b.document; });
  if (searched.decoded) {
    const auto& lengths = searched.decoded->lengths();
    for (Seat& seat : seats) seat.length = lengths[seat.document];
    return;
  }
  const double average = searched.database.get_avlength();
  for (Seat& seat : seats) {
    seat.length = length_summand(searched.database.get_doclength(seat.document) / average);
  }
}

void add_weights(const Searched& searched, const std::string& term, double having, double factor,
                 std::vector<Seat>& seats) {
  const auto decoded = searched.decoded ? searched.decoded->kept_postings(term, having) : nullptr;
  if (decoded) return add_decoded(*decoded, factor, seats);
  const Xapian::Database& database = searched.database;
  const double weight = factor * term_weight(database, having);
  const auto end = database.postlist_end(term);
  auto posting = database.postlist_begin(term);
  if (posting == end) return;
  Xapian::docid document = *posting;
  for (Seat& seat : seats) {
    if (document < seat.document) {
      posting.skip_to(seat.document);
      if (posting == end) return;
      document = *posting;
    }
    if (document != seat.document) continue;
    const double occurrences = posting.get_wdf();
    seat.weight += weight * occurrences / (occurrences + seat.length);
  }
}

}  // namespace kliping
