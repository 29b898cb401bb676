// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/collapse.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace kliping {

namespace {

class Collapser {
 public:
  /// What equal scores mean. `settled`: nothing, the order has another key. `by_date`: copies that
  /// rank the same, of which the earliest is to be shown.
  enum class Ties : std::uint8_t { settled, by_date };

  /// Keeps `wanted` matches. Those behind them are only compared with the kept ones, so that all
  /// their duplicates are known.
  Collapser(const Searched& searched, const Signature& known, Ties ties, std::size_t wanted)
      : searched_(searched), known_(known), ties_(ties), wanted_(wanted) {}

  /// Leaves in `matches` those that are kept, in their order, with their duplicates.
  void collapse_all(std::vector<Match>& matches) {
    std::vector<Signature> signatures;
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (i % at_once == 0) {
        signatures =
            signatures_of(std::span(matches).subspan(i, std::min(at_once, matches.size() - i)));
      }
      add(matches, i, signatures[i % at_once]);
    }
    matches.resize(kept_);
  }

 private:
  /// Matches whose signatures are read at once: in the order of the index that is one pass.
  static constexpr std::size_t at_once = 1024;

  std::vector<Signature> signatures_of(std::span<const Match> matches) const {
    std::vector<std::pair<Xapian::docid, std::size_t>> order;
    for (const Match& match : matches) order.emplace_back(match.document, order.size());
    std::sort(order.begin(), order.end());
    std::vector<Xapian::docid> documents;
    for (const auto& [document, place] : order) documents.push_back(document);
    std::vector<Signature> signatures(matches.size());
    auto next = order.begin();
    for_each_value(searched_, documents, schema::Slot::signature, [&](const std::string& value) {
      signatures[(next++)->second] = Signature(value);
    });
    return signatures;
  }

  /// Keeps match `i`, or hands it to the kept one that it doubles. Those that were kept of the
  /// matches before it have moved to the front of `matches`.
  void add(std::vector<Match>& matches, std::size_t i, const Signature& signature) {
    if (signature.matches(known_)) return;
    const std::size_t last = signatures_.size();
    for (std::size_t k = last - std::min(last, collapse_behind); k < last; ++k) {
      if (signatures_[k].matches(signature)) return collapse(matches[kept_ - last + k], matches[i]);
    }
    if (kept_ == wanted_) return;
    if (i != kept_) matches[kept_] = std::move(matches[i]);
    matches[kept_].rank = kept_ + 1;
    ++kept_;
    if (last == 2 * collapse_behind) {
      signatures_.erase(signatures_.begin(), signatures_.end() - collapse_behind);
    }
    signatures_.push_back(signature);
  }

  void collapse(Match& kept, const Match& match) const {
    const bool tied = ties_ == Ties::by_date && kept.score == match.score;
    const bool earlier = tied && is_earlier(match.document, kept.document);
    kept.duplicates.push_back(earlier ? std::exchange(kept.document, match.document)
                                      : match.document);
  }

  /// Articles without a date count as the latest.
  bool is_earlier(Xapian::docid a, Xapian::docid b) const {
    const std::string date = value_of(searched_.database, a, schema::Slot::date);
    const std::string other = value_of(searched_.database, b, schema::Slot::date);
    return !date.empty() && (other.empty() || date < other);
  }

  const Searched& searched_;
  const Signature& known_;
  Ties ties_;
  std::size_t wanted_;
  std::size_t kept_ = 0;
  /// Of the last matches that were kept: all that `add` compares with, and at most twice as many,
  /// so that old ones are dropped rarely.
  std::vector<Signature> signatures_;
};

}  // namespace

Ordered first_collapsed(const Searched& searched, const Window& window, Scores scores,
                        std::size_t wanted, const Signature& known, const FirstMatches& first) {
  if (window.collapse == Collapse::off || wanted == 0) return first(wanted);
  const bool relevance = window.order == Order::relevance && scores == Scores::present;
  const std::size_t articles = searched.database.get_doccount();
  for (std::size_t size = wanted + collapse_ahead;; size *= 2) {
    size = std::min(size, articles);
    Ordered ordered = first(size);
    const bool all = ordered.matches.size() < size || size == articles;
    const auto ties = relevance ? Collapser::Ties::by_date : Collapser::Ties::settled;
    Collapser collapser(searched, known, ties, wanted);
    collapser.collapse_all(ordered.matches);
    if (all || ordered.matches.size() >= wanted) return ordered;
  }
}

Signature signature_of(const Xapian::Database& database, Xapian::docid document) {
  return Signature(value_of(database, document, schema::Slot::signature));
}

}  // namespace kliping
