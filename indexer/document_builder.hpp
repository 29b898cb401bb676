// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "batch.hpp"
#include "kliping/analysis/analyzer.hpp"
#include "kliping/article.hpp"
#include "kliping/database.hpp"
#include "kliping/near_duplicate.hpp"
#include "kliping/stored_article.hpp"
#include "occurrences.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// Turns an article into the terms, positions and values of kliping/schema.hpp. One per thread.
/// Reuses its buffers, so that tokens need no allocations.
class DocumentBuilder {
 public:
  DocumentBuilder(Analyzer analyzer, DuplicateRule duplicates, Positions positions);
  DocumentBuilder(const DocumentBuilder&) = delete;
  DocumentBuilder& operator=(const DocumentBuilder&) = delete;

  /// Articles built from now on get their signature by this rule.
  void follow(DuplicateRule duplicates) noexcept { duplicates_ = duplicates; }

  /// `stored` is the record that kliping::store() made of the article, `fingerprint` its
  /// kliping::fingerprint(). The result's views are valid until the next call, and as long as the
  /// arguments live.
  const IndexDocument& build(const Article& article, std::string_view identity,
                             std::string_view stored, const Fingerprint& fingerprint);
  /// The same, but frees each text of `fresh` as soon as it is not needed any more.
  const IndexDocument& build(FreshArticle& fresh);

 private:
  void clear();
  void add_texts(std::string_view title, std::string_view body);
  const IndexDocument& finish(const Article& article, std::string_view identity,
                              std::string_view packed, const Fingerprint& fingerprint);
  void add_boolean(std::string_view term);
  void add_body(std::string_view body);
  void add_defined_names(std::string_view piece);
  void add_filters(const Article& article, std::string_view identity);
  void add_values(const Article& article, const Fingerprint& fingerprint);
  void merge_terms();

  Analyzer analyzer_;
  WordMemory memory_;
  DuplicateRule duplicates_;
  SignatureMaker signatures_;
  ArticlePacker packer_;
  TokenList title_;
  TokenList body_;
  Occurrences occurrences_;
  const Positions positions_;
  /// Holds filter terms and values.
  TokenList strings_;
  std::vector<DocumentTerm> words_;
  std::vector<DocumentTerm> filters_;
  std::vector<DocumentTerm> terms_;
  std::vector<DocumentValue> values_;
  /// Points into strings_.
  std::string_view signature_;
  IndexDocument document_;
};

}  // namespace kliping::indexer
