// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/decoded_index.hpp"

#include <utility>

#include "kliping/schema.hpp"
#include "search/bm25.hpp"

namespace kliping {

namespace {

/// The number of times that a list is asked for before it is decoded.
constexpr unsigned worth_decoding = 4;

/// The first eight bytes of a sort key as a number, which orders as the keys do.
std::uint64_t number_of(const std::string& sort_key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < sort_key.size() ? static_cast<unsigned char>(sort_key[i]) : 0U);
  }
  return number;
}

}  // namespace

std::unique_ptr<DecodedIndex> DecodedIndex::of(const Xapian::Database& database,
                                               std::size_t kept_at_most) {
  if (database.get_lastdocid() > most_documents) return nullptr;
  return std::unique_ptr<DecodedIndex>(new DecodedIndex(database, kept_at_most));
}

DecodedIndex::DecodedIndex(const Xapian::Database& database, std::size_t kept_at_most)
    : database_(database), most_kept_(kept_at_most), roots_(database, kept_at_most) {}

std::shared_ptr<const Postings> DecodedIndex::postings(const std::string& term) {
  Kept& kept = postings_[term];
  if (kept.postings) return kept.postings;
  auto decoded = decode(term);
  if (kept_ + decoded->list.size() > most_kept_) return decoded;
  kept_ += decoded->list.size();
  kept.postings = decoded;
  return decoded;
}

std::shared_ptr<const Postings> DecodedIndex::kept_postings(const std::string& term,
                                                            double having) {
  Kept& kept = postings_[term];
  if (kept.postings || ++kept.asked < worth_decoding) return kept.postings;
  const bool is_full = static_cast<double>(kept_) + having > static_cast<double>(most_kept_);
  return is_full ? nullptr : postings(term);
}

std::shared_ptr<const Postings> DecodedIndex::decode(const std::string& term) {
  auto decoded = std::make_shared<Postings>();
  const auto having = database_.get_termfreq(term);
  decoded->weight = term_weight(database_, having);
  decoded->list.reserve(having);
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    decoded->list.push_back({*posting, posting.get_wdf()});
  }
  return decoded;
}

const std::vector<double>& DecodedIndex::lengths() {
  if (lengths_.empty()) read_lengths();
  return lengths_;
}

void DecodedIndex::read_lengths() {
  std::vector<double> lengths(std::size_t{database_.get_lastdocid()} + 1);
  const double average = database_.get_avlength();
  const auto end = database_.postlist_end("");
  for (auto posting = database_.postlist_begin(""); posting != end; ++posting) {
    lengths[*posting] = length_summand(posting.get_doclength() / average);
  }
  lengths_ = std::move(lengths);
}

std::uint64_t DecodedIndex::date(Xapian::docid document) {
  if (dates_.empty()) read_dates();
  return dates_[document];
}

void DecodedIndex::read_dates() {
  std::vector<std::uint64_t> dates(std::size_t{database_.get_lastdocid()} + 1);
  constexpr auto slot = static_cast<Xapian::valueno>(schema::Slot::date);
  const auto end = database_.valuestream_end(slot);
  for (auto value = database_.valuestream_begin(slot); value != end; ++value) {
    dates[value.get_docid()] = number_of(*value);
  }
  dates_ = std::move(dates);
}

std::string_view DecodedIndex::identity(Xapian::docid document) {
  if (identity_begins_.empty()) read_identities();
  const std::size_t begin = identity_begins_[document];
  return std::string_view{identities_}.substr(begin, identity_begins_[document + 1] - begin);
}

void DecodedIndex::read_identities() {
  const std::size_t documents = std::size_t{database_.get_lastdocid()} + 1;
  std::string identities;
  std::vector<std::size_t> begins;
  begins.reserve(documents + 1);
  constexpr auto slot = static_cast<Xapian::valueno>(schema::Slot::identity);
  const auto end = database_.valuestream_end(slot);
  for (auto value = database_.valuestream_begin(slot); value != end; ++value) {
    begins.resize(std::size_t{value.get_docid()} + 1, identities.size());
    identities += *value;
  }
  begins.resize(documents + 1, identities.size());
  identities_ = std::move(identities);
  identity_begins_ = std::move(begins);
}

}  // namespace kliping
