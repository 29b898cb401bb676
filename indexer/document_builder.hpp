// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/article.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Turns an article into the terms, positions and values of kliping/schema.hpp. One per thread;
/// its buffers are reused, so that a token costs no allocation.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(Analyzer analyzer) : analyzer_(std::move(analyzer)) {}

  /// `stored` is what kliping::store() made of the article, `fingerprint` what that hashes to.
  /// The result's views live until the next call, and no longer than the arguments.
  const IndexDocument& build(const Article& article, std::string_view identity,
                             std::string_view stored,
                             const std::array<std::uint8_t, 16>& fingerprint);

 private:
  /// One occurrence of a term, before it has its prefix.
  struct Occurrence {
    /// The term's first eight bytes, big-endian: decides most comparisons.
    std::uint64_t head;
    std::string_view term;
    std::uint32_t position;
    std::uint32_t wdf;
  };
  /// A term whose positions are still an index range of `positions_`.
  struct Gathered {
    std::uint64_t head;
    std::string_view term;
    std::uint32_t wdf;
    std::size_t first_position;
    std::size_t position_count;
  };
  enum class Positions { kept, dropped };

  static std::uint64_t head_of(std::string_view term) noexcept;
  static Occurrence occurrence(std::string_view term, std::uint32_t position, std::uint32_t wdf);

  void clear();
  void add_words(const TokenList& list, std::uint32_t position_offset, std::uint32_t weight);
  void add_roots(const TokenList& list, std::uint32_t position_offset, std::uint32_t weight);
  void add_inflected(const TokenList& list, std::uint32_t position_offset);
  /// Makes terms of the occurrences at hand, which then are gone.
  void gather(std::string_view prefix, Positions positions);
  void add_boolean(std::string_view term);
  void add_filters(const Article& article, std::string_view identity);
  void add_values(const Article& article, const std::array<std::uint8_t, 16>& fingerprint);
  void finish_terms();

  Analyzer analyzer_;
  TokenList title_;
  TokenList body_;
  /// Holds prefixed terms and values.
  TokenList strings_;
  std::string scratch_;
  /// Of one kind of term at a time: an article of a hundred megabytes has as many as memory bears.
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> positions_;
  std::vector<Gathered> gathered_;
  std::vector<DocumentTerm> terms_;
  std::vector<DocumentValue> values_;
  IndexDocument document_;
};

}  // namespace kliping::indexer
