// SPDX-License-Identifier: GPL-3.0-or-later
#include "document_builder.hpp"

#include <algorithm>
#include <utility>

#include "kliping/analysis/defined_names.hpp"
#include "kliping/date.hpp"
#include "kliping/schema.hpp"
#include "readers/address.hpp"

namespace kliping::indexer {

namespace prefix = schema::prefix;

namespace {

/// Positions left free between a very long title and the body, so that no phrase reaches across.
constexpr std::uint32_t gap_after_title = 100;

/// The same between the pieces of a long body.
constexpr std::uint32_t gap_between_pieces = gap_after_title;
constexpr std::size_t max_piece_bytes = std::size_t{1} << 20;
/// A low estimate of the bytes of a word and the space behind it, to reserve room by.
constexpr std::size_t bytes_per_word = 6;

/// What is added to the positions of the body: the schema's base, or more where a long title
/// reaches beyond that.
std::uint32_t body_offset(const TokenList& title) {
  const std::uint32_t last = title.tokens.empty() ? 0 : title.tokens.back().position;
  return std::max(schema::body_position_base, last + gap_after_title);
}

/// Where a piece of a long text ends: behind a line, else behind a word, else between characters.
std::size_t piece_end(std::string_view text) {
  if (text.size() <= max_piece_bytes) return text.size();
  const std::string_view head = text.substr(0, max_piece_bytes);
  for (const char sign : {'\n', ' '}) {
    if (const auto at = head.rfind(sign); at != head.npos) return at + 1;
  }
  constexpr std::size_t max_trailing_bytes = 3;
  std::size_t end = max_piece_bytes;
  while (end > max_piece_bytes - max_trailing_bytes && (text[end] & 0xC0) == 0x80) --end;
  return end;
}

}  // namespace

DocumentBuilder::DocumentBuilder(Analyzer analyzer, DuplicateRule duplicates, Positions positions)
    : analyzer_(std::move(analyzer)), duplicates_(duplicates), positions_(positions) {
  title_.memory = body_.memory = &memory_;
}

const IndexDocument& DocumentBuilder::build(const Article& article, std::string_view identity,
                                            std::string_view stored,
                                            const Fingerprint& fingerprint) {
  clear();
  add_texts(article.title, article.body);
  return finish(article, identity, packer_.pack(stored), fingerprint);
}

const IndexDocument& DocumentBuilder::build(FreshArticle& fresh) {
  clear();
  const std::string_view packed = packer_.pack(fresh.stored);
  std::string{}.swap(fresh.stored);
  add_texts(fresh.article.title, fresh.article.body);
  std::string{}.swap(fresh.article.body);
  return finish(fresh.article, fresh.identity, packed, fresh.fingerprint);
}

void DocumentBuilder::add_texts(std::string_view title, std::string_view body) {
  analyzer_.analyze(title, title_);
  occurrences_.begin_document(memory_);
  occurrences_.add_title(title_);
  if (body.size() > max_piece_bytes) occurrences_.expect(body.size() / bytes_per_word);
  add_body(body);
}

const IndexDocument& DocumentBuilder::finish(const Article& article, std::string_view identity,
                                             std::string_view packed,
                                             const Fingerprint& fingerprint) {
  occurrences_.finish(words_);
  if (positions_ == Positions::dropped) {
    for (DocumentTerm& word : words_) word.positions = {};
  }
  add_filters(article, identity);
  add_values(article, fingerprint);
  merge_terms();
  document_ = {identity, packed, terms_, values_};
  return document_;
}

/// Analyses a long body in pieces, so that the tokens of a hundred megabytes need not be in memory
/// at once. The signature is made of the first piece alone.
void DocumentBuilder::add_body(std::string_view body) {
  std::uint32_t offset = body_offset(title_);
  signature_ = {};
  for (bool is_first = true; is_first || !body.empty(); is_first = false) {
    const std::string_view piece = body.substr(0, piece_end(body));
    analyzer_.analyze(piece, body_);
    occurrences_.add_body(body_, offset);
    add_defined_names(piece);
    if (is_first) signature_ = strings_.intern(signatures_.make(duplicates_, title_, body_));
    if (!body_.tokens.empty()) offset += body_.tokens.back().position + gap_between_pieces;
    body.remove_prefix(piece.size());
  }
}

void DocumentBuilder::clear() {
  memory_.trim();
  strings_.clear();
  for (auto* list : {&words_, &filters_, &terms_}) list->clear();
  values_.clear();
}

void DocumentBuilder::add_boolean(std::string_view term) {
  filters_.push_back({strings_.intern(term), 0, {}});
}

void DocumentBuilder::add_defined_names(std::string_view piece) {
  for (const DefinedName& name : find_defined_names(piece, body_)) {
    const auto add = [this](std::string_view form, std::string_view of, std::string_view meaning) {
      const std::string term = schema::explained_term(form, of, meaning);
      if (!term.empty()) add_boolean(term);
    };
    add(prefix::short_form, name.short_form, name.long_form);
    add(prefix::long_form, name.long_form, name.short_form);
  }
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
  if (const std::string address = schema::address_term(article.url); !address.empty()) {
    add_boolean(address);
  }
  // `nasional.kompas.com` is found as itself and as `kompas.com`, its outlet's.
  const std::string host = host_of(article.url);
  const std::string outlet = outlet_of_host(host) + '.';
  for (std::string_view domain = host; !domain.empty();) {
    add_boolean(schema::filter_term(prefix::host, domain));
    const std::size_t dot = domain.find('.');
    if (domain.starts_with(outlet) || dot == domain.npos) break;
    domain.remove_prefix(dot + 1);
  }
}

void DocumentBuilder::add_values(const Article& article, const Fingerprint& fingerprint) {
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
  add(schema::Slot::signature, signature_);
}

/// Merges words, which are sorted already, with the few filter terms.
void DocumentBuilder::merge_terms() {
  std::ranges::sort(filters_, {}, &DocumentTerm::term);
  // Not std::ranges::unique, whose result clang 14 cannot take apart.
  const auto repeats =
      std::unique(filters_.begin(), filters_.end(),
                  [](const DocumentTerm& a, const DocumentTerm& b) { return a.term == b.term; });
  filters_.erase(repeats, filters_.end());
  auto from = words_.begin();
  for (const DocumentTerm& filter : filters_) {
    const auto to =
        std::ranges::lower_bound(from, words_.end(), filter.term, {}, &DocumentTerm::term);
    terms_.insert(terms_.end(), from, to);
    terms_.push_back(filter);
    from = to;
  }
  terms_.insert(terms_.end(), from, words_.end());
}

}  // namespace kliping::indexer
