// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/article_roots.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "kliping/schema.hpp"
#include "text/ascii.hpp"

namespace kliping {

std::uint32_t TermNumbers::hash_ahead(std::string_view term) const noexcept {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::uint32_t TermNumbers::number_of(std::string_view term, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.hash == hash && slot.number != none && terms_[slot.number] == term) return slot.number;
    if (slot.number != none) continue;
    slot = {hash, static_cast<std::uint32_t>(terms_.size())};
    terms_.push_back(keep(term));
    if (2 * terms_.size() > slots_.size()) grow();
    return static_cast<std::uint32_t>(terms_.size()) - 1;
  }
}

std::string_view TermNumbers::keep(std::string_view term) {
  if (blocks_.empty() || term.size() > left_in_block_) {
    left_in_block_ = std::max(block_bytes, term.size());
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_in_block_));
  }
  // Blocks are filled from the end, so that one number says what is left.
  left_in_block_ -= term.size();
  char* const kept = blocks_.back().get() + left_in_block_;
  std::copy(term.begin(), term.end(), kept);
  return {kept, term.size()};
}

void TermNumbers::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == none) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].number != none) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

std::vector<const ArticleRoots::Article*> ArticleRoots::of(
    const std::vector<Xapian::docid>& documents) {
  if (kept_ > most_kept_) {
    articles_.clear();
    having_.clear();
    terms_.emplace();
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
  letters_.clear();
  reading_.clear();
  const auto end = database_.termlist_end(document);
  auto term = database_.termlist_begin(document);
  for (term.skip_to(std::string{schema::prefix::root}); term != end; ++term) {
    const std::string name = *term;
    if (!name.starts_with(schema::prefix::root)) break;
    const bool other_prefix = name.size() < 3 || ascii::is_upper(name[1]);
    if (other_prefix) continue;
    letters_ += name;
    reading_.push_back({name.size(), terms_->hash_ahead(name), term.get_wdf()});
  }
  article.roots.reserve(reading_.size());
  std::string_view rest = letters_;
  for (const Reading& root : reading_) {
    const std::string_view name = rest.substr(0, root.bytes);
    article.roots.push_back({terms_->number_of(name, root.hash), root.occurrences});
    rest.remove_prefix(root.bytes);
  }
  return article;
}

Xapian::doccount ArticleRoots::having(std::uint32_t number) {
  if (having_.size() < terms_->size()) having_.resize(terms_->size());
  Xapian::doccount& having = having_[number];
  if (having == 0) having = database_.get_termfreq(std::string{term(number)});
  return having;
}

}  // namespace kliping
