// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <vector>

namespace kliping {

/// The roots of articles, by numbers that are quicker to compare than words. What was read is kept
/// for later questions.
class ArticleRoots {
 public:
  struct Root {
    std::uint32_t number = 0;
    Xapian::termcount occurrences = 0;
  };

  struct Article {
    /// As a part of the average.
    double length = 0;
    std::vector<Root> roots;
  };

  /// `database` outlives it. So many roots of articles are kept, of eight bytes each beside their
  /// words.
  ArticleRoots(const Xapian::Database& database, std::size_t most_kept)
      : database_(database), most_kept_(most_kept) {}

  /// Each of `documents`, in order. The next call may forget them, and all numbers.
  std::vector<const Article*> of(const std::vector<Xapian::docid>& documents);

  /// More than any number of a root.
  std::size_t numbers() const { return roots_.size(); }
  const std::string& term(std::uint32_t number) const { return *roots_[number].term; }
  /// How many articles have a root.
  Xapian::doccount having(std::uint32_t number);

 private:
  struct Known {
    const std::string* term;
    /// 0 when it was not asked for yet.
    Xapian::doccount having = 0;
  };

  /// Numbers by terms, which come by the hundred and go together.
  struct Numbers {
    /// Of ten articles.
    static constexpr std::size_t expected_roots = 1500;
    std::pmr::monotonic_buffer_resource memory{expected_roots * 80};
    std::pmr::unordered_map<std::string, std::uint32_t> by_term{expected_roots, &memory};
  };

  Article read(Xapian::docid document);

  const Xapian::Database& database_;
  std::unique_ptr<Numbers> numbers_ = std::make_unique<Numbers>();
  std::vector<Known> roots_;
  std::unordered_map<Xapian::docid, Article> articles_;
  std::size_t most_kept_;
  /// Roots of articles, counted in each.
  std::size_t kept_ = 0;
};

}  // namespace kliping
