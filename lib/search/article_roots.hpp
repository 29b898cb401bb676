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
  std::size_t numbers() const { return roots_.size(); }
  const std::string& term(std::uint32_t number) const { return *roots_[number].term; }
  /// How many articles have a root.
  Xapian::doccount having(std::uint32_t number);

 private:
  struct Known {
    const std::string* term;
    /// 0 until it is looked up.
    Xapian::doccount having = 0;
  };

  /// The numbers of terms. Terms are added by the hundred and dropped all at once, so they share
  /// one buffer.
  struct Numbers {
    /// About as many as ten articles have.
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
  /// How many roots the kept articles have together.
  std::size_t kept_ = 0;
};

}  // namespace kliping
