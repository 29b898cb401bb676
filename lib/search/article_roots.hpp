// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kliping {

/// Gives each distinct term a number: from 0, in the order in which they are first seen. A hash
/// table with open addressing that owns copies of its terms.
class TermNumbers {
 public:
  /// The hash that number_of() needs. It also begins to fetch the slot which number_of() looks at
  /// first, since the table of many articles is larger than a processor's caches: call it some
  /// terms ahead.
  std::uint32_t hash_ahead(std::string_view term) const noexcept;
  std::uint32_t number_of(std::string_view term, std::uint32_t hash);
  std::string_view term(std::uint32_t number) const noexcept { return terms_[number]; }
  std::size_t size() const noexcept { return terms_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    /// `none` if the slot is empty.
    std::uint32_t number = none;
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t first_slots = std::size_t{1} << 12;
  static constexpr std::size_t block_bytes = std::size_t{1} << 14;

  std::string_view keep(std::string_view term);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(first_slots);
  std::vector<std::string_view> terms_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t left_in_block_ = 0;
};

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
  std::string_view term(std::uint32_t number) const { return terms_->term(number); }
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
  std::optional<TermNumbers> terms_{std::in_place};
  /// For each root the number of articles that have it; 0 until it is looked up.
  std::vector<Xapian::doccount> having_;
  std::unordered_map<Xapian::docid, Article> articles_;
  std::size_t most_kept_;
  /// How many roots the kept articles have together.
  std::size_t kept_ = 0;
};

}  // namespace kliping
