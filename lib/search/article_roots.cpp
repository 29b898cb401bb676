// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/article_roots.hpp"

#include <utility>

#include "kliping/schema.hpp"
#include "text/ascii.hpp"

namespace kliping {

std::vector<const ArticleRoots::Article*> ArticleRoots::of(
    const std::vector<Xapian::docid>& documents) {
  if (kept_ > most_kept_) {
    articles_.clear();
    roots_.clear();
    numbers_ = std::make_unique<Numbers>();
    kept_ = 0;
  }
  std::vector<const Article*> articles;
  for (const Xapian::docid document : documents) {
    auto known = articles_.find(document);
    if (known == articles_.end()) {
      known = articles_.emplace(document, read(document)).first;
      kept_ += known->second.roots.size();
    }
    articles.push_back(&known->second);
  }
  return articles;
}

/// Reads the terms of roots only. Surface forms would count every inflection once more, and roots
/// of the title (`ZS`) every word of it.
ArticleRoots::Article ArticleRoots::read(Xapian::docid document) {
  Article article{database_.get_doclength(document) / database_.get_avlength(), {}};
  const auto end = database_.termlist_end(document);
  auto term = database_.termlist_begin(document);
  for (term.skip_to(std::string{schema::prefix::root}); term != end; ++term) {
    std::string name = *term;
    if (!name.starts_with(schema::prefix::root)) break;
    const bool other_prefix = name.size() < 3 || ascii::is_upper(name[1]);
    if (other_prefix) continue;
    const auto next = static_cast<std::uint32_t>(roots_.size());
    const auto [known, is_new] = numbers_->by_term.try_emplace(std::move(name), next);
    if (is_new) roots_.push_back({&known->first});
    article.roots.push_back({known->second, term.get_wdf()});
  }
  return article;
}

Xapian::doccount ArticleRoots::having(std::uint32_t number) {
  Known& root = roots_[number];
  if (root.having == 0) root.having = database_.get_termfreq(*root.term);
  return root.having;
}

}  // namespace kliping
