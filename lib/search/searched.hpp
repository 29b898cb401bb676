// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "kliping/schema.hpp"
#include "search/decoded_index.hpp"

namespace kliping {

/// Where databases lie. Those that are `here`, on this machine, are read in whatever way is fast;
/// others in a way that takes few round trips to a server.
enum class Place : std::uint8_t { here, anywhere };

/// The databases that are searched, and how they are best read.
struct Searched {
  // NOLINTNEXTLINE(google-explicit-constructor): a database alone can be searched.
  Searched(const Xapian::Database& all, Place where = Place::anywhere, DecodedIndex* kept = nullptr)
      : database(all), place(where), decoded(kept) {}

  const Xapian::Database& database;
  Place place;
  /// What a batch has decoded of databases that lie here; null outside of a batch.
  DecodedIndex* decoded;
};

/// A value of an article, as the index keeps it; "" if it has none.
std::string value_of(const Xapian::Database& database, Xapian::docid document, schema::Slot slot);

/// Calls `take` with the value of each of `documents`, which ascend; "" for one without a value. On
/// this machine the slot is read as a stream, of which a server would send every value in between.
template <typename Take>
void for_each_value(const Searched& searched, const std::vector<Xapian::docid>& documents,
                    schema::Slot slot, Take take) {
  if (searched.place == Place::anywhere) {
    for (const auto document : documents) take(value_of(searched.database, document, slot));
    return;
  }
  const auto number = static_cast<Xapian::valueno>(slot);
  const auto end = searched.database.valuestream_end(number);
  auto value = searched.database.valuestream_begin(number);
  for (const auto document : documents) {
    if (value != end && value.get_docid() < document) value.skip_to(document);
    take(value != end && value.get_docid() == document ? *value : std::string{});
  }
}

}  // namespace kliping
