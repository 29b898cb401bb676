// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/article_roots.hpp"

namespace kliping {

struct Posting {
  Xapian::docid document = 0;
  Xapian::termcount occurrences = 0;
};

/// The articles that have a term, in order.
struct Postings {
  std::vector<Posting> list;
  /// The term's `term_weight`.
  double weight = 0;
};

/// The first element of [`from`, `end`), which ascends by document, that is not before `document`.
/// It is mostly near, so the search begins step by step and then doubles its steps. `document_of`
/// gives the document of an element.
template <typename Iterator, typename DocumentOf = std::identity>
Iterator first_from(Iterator from, Iterator end, Xapian::docid document,
                    DocumentOf document_of = {}) {
  constexpr std::ptrdiff_t near = 8;
  const auto is_before = [&](const auto& element) {
    return std::invoke(document_of, element) < document;
  };
  const auto close = from + std::min(near, end - from);
  while (from != close && is_before(*from)) ++from;
  if (from != close || from == end) return from;
  std::ptrdiff_t step = near;
  while (step < end - from && is_before(from[step])) {
    from += step;
    step *= 2;
  }
  return std::partition_point(from, from + std::min(step, end - from), is_before);
}

/// What the queries of a batch read again and again from databases on this machine, decoded once:
/// postings, lengths, dates, roots of articles. Postings and roots are kept up to some tens of MB,
/// and those that come first stay, since words that are asked for often come early. Lengths, dates
/// and identities take about forty bytes for each article.
class DecodedIndex {
 public:
  /// With larger document numbers, arrays by document would be too large or mostly empty.
  static constexpr Xapian::docid most_documents = 1 << 26;
  /// Postings, and roots of articles, that are kept at most.
  static constexpr std::size_t most_kept = 4'000'000;

  /// Null if document numbers are too sparse for arrays. `database` must outlive the object and
  /// must not be reopened meanwhile.
  static std::unique_ptr<DecodedIndex> of(const Xapian::Database& database,
                                          std::size_t kept_at_most = most_kept);

  const Xapian::Database& database() const { return database_; }

  /// The postings of a term, empty if the index lacks it. They are kept while there is room.
  std::shared_ptr<const Postings> postings(const std::string& term);

  /// The same if they are kept or have been asked for often enough to be kept from now on,
  /// otherwise null: decoding a list takes as long as looking up some articles in it a few times.
  /// The term is in `having` articles.
  std::shared_ptr<const Postings> kept_postings(const std::string& term, double having);

  /// The `length_summand` of each article, by document number.
  const std::vector<double>& lengths();

  /// A number that orders articles as their dates do; 0 for an article without one.
  std::uint64_t date(Xapian::docid document);

  std::string_view identity(Xapian::docid document);

  ArticleRoots& roots() { return roots_; }

 private:
  DecodedIndex(const Xapian::Database& database, std::size_t kept_at_most);

  std::shared_ptr<const Postings> decode(const std::string& term);
  void read_lengths();
  void read_dates();
  void read_identities();

  const Xapian::Database& database_;
  std::vector<double> lengths_;
  std::vector<std::uint64_t> dates_;
  /// The identities of all articles, one behind the other, and where each one begins.
  std::string identities_;
  std::vector<std::size_t> identity_begins_;
  struct Kept {
    /// Null until the term has been asked for often enough.
    std::shared_ptr<const Postings> postings{};
    unsigned asked = 0;
  };
  std::unordered_map<std::string, Kept> postings_;
  std::size_t most_kept_;
  std::size_t kept_ = 0;
  ArticleRoots roots_;
};

}  // namespace kliping
