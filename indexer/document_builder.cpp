// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_builder.hpp"

#include <algorithm>
#include <iterator>

#include "kliping/date.hpp"
#include "kliping/schema.hpp"
#include "readers/address.hpp"

namespace kliping::indexer {

namespace prefix = schema::prefix;

namespace {

/// Positions left free after an overlong title, so that no phrase crosses into the body.
constexpr std::uint32_t gap_after_title = 100;

/// Where the body's positions start counting: at the schema's base, or later after a title that
/// reaches beyond it.
std::uint32_t body_offset(const TokenList& title) {
  const std::uint32_t last = title.tokens.empty() ? 0 : title.tokens.back().position;
  return std::max(schema::body_position_base, last + gap_after_title);
}

}  // namespace

std::uint64_t DocumentBuilder::head_of(std::string_view term) noexcept {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
  }
  return head;
}

DocumentBuilder::Occurrence DocumentBuilder::occurrence(std::string_view term,
                                                        std::uint32_t position, std::uint32_t wdf) {
  return {head_of(term), term, position, wdf};
}

const IndexDocument& DocumentBuilder::build(const Article& article, std::string_view identity,
                                            std::string_view stored,
                                            const std::array<std::uint8_t, 16>& fingerprint) {
  clear();
  analyzer_.analyze(article.title, title_);
  analyzer_.analyze(article.body, body_);
  const std::uint32_t offset = body_offset(title_);
  add_words(title_, 0, schema::title_weight);
  add_words(body_, offset, 1);
  gather("", Positions::kept);
  add_roots(title_, 0, schema::title_weight);
  add_roots(body_, offset, 1);
  gather(prefix::root, Positions::dropped);
  add_inflected(title_, 0);
  add_inflected(body_, offset);
  gather(prefix::inflected, Positions::kept);
  add_words(title_, 0, 1);
  gather(prefix::title, Positions::kept);
  add_roots(title_, 0, 1);
  gather(prefix::title_root, Positions::dropped);
  add_filters(article, identity);
  add_values(article, fingerprint);
  finish_terms();
  document_ = {identity, stored, terms_, values_};
  return document_;
}

void DocumentBuilder::clear() {
  strings_.clear();
  occurrences_.clear();
  positions_.clear();
  gathered_.clear();
  terms_.clear();
  values_.clear();
}

void DocumentBuilder::add_words(const TokenList& list, std::uint32_t position_offset,
                                std::uint32_t weight) {
  for (const Token& token : list.tokens)
    occurrences_.push_back(occurrence(token.word, position_offset + token.position, weight));
}

void DocumentBuilder::add_roots(const TokenList& list, std::uint32_t position_offset,
                                std::uint32_t weight) {
  for (const Token& token : list.tokens)
    occurrences_.push_back(occurrence(token.root, position_offset + token.position, weight));
}

void DocumentBuilder::add_inflected(const TokenList& list, std::uint32_t position_offset) {
  for (const Token& token : list.tokens)
    if (token.root != token.word)
      occurrences_.push_back(occurrence(token.root, position_offset + token.position, 0));
}

void DocumentBuilder::gather(std::string_view term_prefix, Positions positions) {
  std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
    if (a.head != b.head) return a.head < b.head;
    const int order = a.term.compare(b.term);
    return order != 0 ? order < 0 : a.position < b.position;
  });
  for (auto at = occurrences_.begin(); at != occurrences_.end();) {
    const std::string_view term = at->term;
    const std::size_t first = positions_.size();
    std::uint32_t wdf = 0;
    for (const auto begin = at; at != occurrences_.end() && at->term == term; ++at) {
      // `KTP-nya` and the `KTP` in it are one occurrence of the root they share.
      if (at != begin && at->position == std::prev(at)->position) continue;
      wdf += at->wdf;
      if (positions == Positions::kept) positions_.push_back(at->position);
    }
    if (term.empty() || term_prefix.size() + term.size() > schema::max_term_bytes) continue;
    scratch_.assign(term_prefix).append(term);
    const std::string_view whole = term_prefix.empty() ? term : strings_.intern(scratch_);
    gathered_.push_back({head_of(whole), whole, wdf, first, positions_.size() - first});
  }
  occurrences_.clear();
}

void DocumentBuilder::add_boolean(std::string_view term) {
  const std::string_view kept = strings_.intern(term);
  gathered_.push_back({head_of(kept), kept, 0, 0, 0});
}

void DocumentBuilder::add_filters(const Article& article, std::string_view identity) {
  add_boolean(identity);
  if (!article.source.empty()) {
    add_boolean(schema::filter_term(prefix::source, article.source));
  }
  if (!article.section.empty()) {
    add_boolean(schema::filter_term(prefix::section, article.section));
  }
  if (!article.author.empty()) {
    add_boolean(schema::filter_term(prefix::author, article.author));
  }
  if (const std::string host = host_of(article.url); !host.empty()) {
    add_boolean(schema::filter_term(prefix::host, host));
  }
}

void DocumentBuilder::add_values(const Article& article,
                                 const std::array<std::uint8_t, 16>& fingerprint) {
  const auto add = [this](schema::Slot slot, std::string_view value) {
    if (!value.empty()) values_.push_back({slot, strings_.intern(value)});
  };
  if (article.date) add(schema::Slot::date, schema::sort_key(article.date->unix_seconds));
  add(schema::Slot::fingerprint, {reinterpret_cast<const char*>(fingerprint.data()), 16});
  add(schema::Slot::source, article.source);
  add(schema::Slot::section, article.section);
  add(schema::Slot::author, article.author);
  if (article.date) add(schema::Slot::day, to_iso_day(*article.date));
  add(schema::Slot::identity, article.id);
}

void DocumentBuilder::finish_terms() {
  std::sort(gathered_.begin(), gathered_.end(), [](const Gathered& a, const Gathered& b) {
    return a.head != b.head ? a.head < b.head : a.term < b.term;
  });
  for (const Gathered& g : gathered_) {
    terms_.push_back({g.term, g.wdf, {positions_.data() + g.first_position, g.position_count}});
  }
}

}  // namespace kliping::indexer
