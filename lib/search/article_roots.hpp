// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kliping/interner.hpp"

namespace kliping {

/// The roots of articles, as numbers, which are faster to compare than words. Articles that were
/// read are kept for later questions.
class ArticleRoots {
 public:
  struct Root {
    std::uint32_t number = 0;
    Xapian::termcount occurrences = 0;
  };

  struct Article {
    /// Divided by the average length.
    double length = 0;
    std::vector<Root> roots;
  };

  /// `database` must outlive this object. At most `most_kept` roots are kept, eight bytes each,
  /// beside the words themselves.
  ArticleRoots(const Xapian::Database& database, std::size_t most_kept)
      : database_(database), most_kept_(most_kept) {}

  /// The articles of `documents`, in order. The next call may make them and all numbers invalid.
  std::vector<const Article*> of(const std::vector<Xapian::docid>& documents);

  /// One more than the largest number of a root.
  std::size_t numbers() const { return terms_->size(); }
  std::string_view term(std::uint32_t number) const { return terms_->word(number); }
  /// How many articles have a root.
  Xapian::doccount having(std::uint32_t number);

 private:
  Article read(Xapian::docid document);

  const Xapian::Database& database_;
  /// A root of the article that is being read. The letters of all its roots are in `letters_`, one
  /// behind the other.
  struct Reading {
    std::size_t bytes;
    std::uint32_t hash;
    Xapian::termcount occurrences;
  };
  std::vector<Reading> reading_;
  std::string letters_;
  std::optional<Interner> terms_{std::in_place};
  /// For each root the number of articles that have it; 0 until it is looked up.
  std::vector<Xapian::doccount> having_;
  std::unordered_map<Xapian::docid, Article> articles_;
  std::size_t most_kept_;
  /// How many roots the kept articles have together.
  std::size_t kept_ = 0;
};

}  // namespace kliping
