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
  /// What BM25 multiplies by that hangs on the term's rarity.
  double weight = 0;
};

/// The first of [`from`, `end`), in order of documents, that is not before `document`: step by
/// step, for it is mostly near, then by steps that double. `document_of` tells an element's.
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

/// What a batch of questions reads again and again of databases on this machine, decoded once:
/// postings, lengths, dates, roots of articles. Of postings and roots no more is kept than some
/// tens of MB: words that are asked for often come early. Lengths, dates and identities take some
/// forty bytes an article.
class DecodedIndex {
 public:
  /// Postings, and roots of articles, that are kept at most.
  static constexpr std::size_t most_kept = 4'000'000;

  /// Nothing where numbers of documents are too far apart for arrays. `database` outlives it, and
  /// is not reopened meanwhile.
  static std::unique_ptr<DecodedIndex> of(const Xapian::Database& database,
                                          std::size_t kept_at_most = most_kept);

  const Xapian::Database& database() const { return database_; }

  /// Empty for a term that the index has not. Kept while there is room.
  std::shared_ptr<const Postings> postings(const std::string& term);

  /// The same where they are kept, or ought to be by now; else null: to decode a list takes as long
  /// as to look some articles up in it a few times. `having` articles have the term.
  std::shared_ptr<const Postings> kept_postings(const std::string& term, double having);

  /// `length_summand` of each article.
  const std::vector<double>& lengths();

  /// Numbers that order as dates do; 0 without one.
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
  /// Of all articles, one behind the other, and where each one's begins.
  std::string identities_;
  std::vector<std::size_t> identity_begins_;
  struct Kept {
    /// Null while it was asked for a few times only.
    std::shared_ptr<const Postings> postings{};
    unsigned asked = 0;
  };
  std::unordered_map<std::string, Kept> postings_;
  std::size_t most_kept_;
  std::size_t kept_ = 0;
  ArticleRoots roots_;
};

}  // namespace kliping
