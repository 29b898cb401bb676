// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "kliping/article.hpp"
#include "kliping/error.hpp"
#include "kliping/stored_article.hpp"
#include "record.hpp"

/// What travels through the pipeline of `add`.
namespace kliping::indexer {

/// Consecutive records of the input as the reading thread framed them, with faults in their places.
struct RawBatch {
  /// From 0, without gaps, in input order.
  std::uint64_t number = 0;
  std::vector<std::variant<Record, Diagnostic>> items;
  /// Memory that the records take.
  std::size_t bytes = 0;
};

/// An article ready to be indexed.
struct FreshArticle {
  Article article;
  std::string identity;
  std::string stored;
  Fingerprint fingerprint{};
};

/// The articles of a raw batch that are to be indexed: without faulty and unchanged ones.
struct FreshBatch {
  /// From 0, without gaps, in input order. A raw batch without fresh articles takes no number.
  std::uint64_t number = 0;
  std::vector<FreshArticle> articles;
  /// Sum of the articles' stored records.
  std::size_t bytes = 0;
  /// Raw bytes that count as under way in the queue until this batch is indexed.
  std::size_t raw_bytes = 0;
};

}  // namespace kliping::indexer
