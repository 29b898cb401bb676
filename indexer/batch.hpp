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

/// A stretch of the input as the reading thread framed it, faults in their place.
struct RawBatch {
  /// From 0, without gaps, in input order.
  std::uint64_t number = 0;
  std::vector<std::variant<Record, Diagnostic>> items;
  /// Of memory.
  std::size_t bytes = 0;
};

/// An article ready to be indexed.
struct FreshArticle {
  Article article;
  std::string identity;
  std::string stored;
  Fingerprint fingerprint{};
};

/// What is left of a raw batch when faulty and unchanged articles have gone.
struct FreshBatch {
  /// From 0, without gaps, in input order; batches without a fresh article have none.
  std::uint64_t number = 0;
  std::vector<FreshArticle> articles;
  /// Of stored text.
  std::size_t bytes = 0;
  /// What the queue counts as under way until it is indexed.
  std::size_t raw_bytes = 0;
};

}  // namespace kliping::indexer
