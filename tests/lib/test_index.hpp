// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "kliping/analysis/analyzer.hpp"
#include "kliping/analysis/defined_names.hpp"
#include "kliping/article.hpp"
#include "kliping/date_range.hpp"
#include "kliping/near_duplicate.hpp"
#include "kliping/schema.hpp"
#include "kliping/stored_article.hpp"

namespace kliping::test {

/// A Thursday.
inline constexpr Today today = std::chrono::year{2019} / 4 / 25;

inline Article make_article(std::string id, std::string title, std::string body) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

/// A database in memory, written by kliping/schema.hpp as plainly as can be, without the indexer.
class TestIndex {
 public:
  explicit TestIndex(const std::vector<Article>& articles)
      : database_("", Xapian::DB_BACKEND_INMEMORY) {
    for (const Article& article : articles) add(article);
  }

  const Xapian::Database& database() const { return database_; }

 private:
  static std::string prefixed(std::string_view prefix, std::string_view word) {
    return std::string{prefix}.append(word);
  }

  void add(const Article& article) {
    Xapian::Document document;
    document.set_data(store(article));
    document.add_boolean_term(schema::identity_term(article.id));
    if (!article.source.empty()) {
      document.add_boolean_term(schema::filter_term(schema::prefix::source, article.source));
    }
    add_value(document, schema::Slot::identity, article.id);
    if (article.date) {
      add_value(document, schema::Slot::date, schema::sort_key(article.date->unix_seconds));
      add_value(document, schema::Slot::day, to_iso_day(*article.date));
    }
    add_text(document, article.title, 0, schema::title_weight);
    analyzer_.analyze(article.title, title_);
    for (const Token& token : title_.tokens) {
      document.add_posting(prefixed(schema::prefix::title, token.word), token.position);
      document.add_term(prefixed(schema::prefix::title_root, token.root));
    }
    add_text(document, article.body, schema::body_position_base, 1);
    for (const DefinedName& name : find_defined_names(article.body, tokens_)) {
      document.add_boolean_term(
          schema::explained_term(schema::prefix::short_form, name.short_form, name.long_form));
      document.add_boolean_term(
          schema::explained_term(schema::prefix::long_form, name.long_form, name.short_form));
    }
    add_value(document, schema::Slot::signature,
              signatures_.make(DuplicateRule::near, title_, tokens_));
    database_.add_document(document);
  }

  static void add_value(Xapian::Document& document, schema::Slot slot, const std::string& value) {
    document.add_value(static_cast<Xapian::valueno>(slot), value);
  }

  void add_text(Xapian::Document& document, const std::string& text, std::uint32_t base,
                std::uint32_t weight) {
    analyzer_.analyze(text, tokens_);
    for (const Token& token : tokens_.tokens) {
      const std::uint32_t position = base + token.position;
      document.add_posting(std::string{token.word}, position, weight);
      document.add_term(prefixed(schema::prefix::root, token.root), weight);
    }
  }

  Analyzer analyzer_;
  SignatureMaker signatures_;
  TokenList title_;
  TokenList tokens_;
  Xapian::WritableDatabase database_;
};

}  // namespace kliping::test
