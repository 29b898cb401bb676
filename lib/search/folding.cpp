// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/folding.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace kliping {

namespace {

class Folder {
 public:
  /// `ties`: whether equal scores say that two articles rank the same.
  enum class Ties : std::uint8_t { settled, by_date };

  /// Keeps `wanted`; what comes behind them is looked at for what it doubles alone.
  Folder(const Searched& searched, const Signature& known, Ties ties, std::size_t wanted)
      : searched_(searched), known_(known), ties_(ties), wanted_(wanted) {}

  /// Leaves in `matches` those that are kept.
  void fold_all(std::vector<Match>& matches) {
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
  /// Signatures are read for so many matches at once, in the order of the index.
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

  /// Those that are kept of the matches before `i` stand first.
  void add(std::vector<Match>& matches, std::size_t i, const Signature& signature) {
    if (signature.matches(known_)) return;
    const std::size_t last = signatures_.size();
    for (std::size_t k = last - std::min(last, fold_behind); k < last; ++k) {
      if (signatures_[k].matches(signature)) return fold(matches[kept_ - last + k], matches[i]);
    }
    if (kept_ == wanted_) return;
    if (i != kept_) matches[kept_] = std::move(matches[i]);
    matches[kept_].rank = kept_ + 1;
    ++kept_;
    if (last == 2 * fold_behind) {
      signatures_.erase(signatures_.begin(), signatures_.end() - fold_behind);
    }
    signatures_.push_back(signature);
  }

  void fold(Match& kept, const Match& match) const {
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
  /// Of the last that are kept, `fold_behind` at least.
  std::vector<Signature> signatures_;
};

}  // namespace

Ordered first_folded(const Searched& searched, const Window& window, Scores scores,
                     std::size_t wanted, const Signature& known, const FirstMatches& first) {
  if (window.folding == Folding::off || wanted == 0) return first(wanted);
  const bool relevance = window.order == Order::relevance && scores == Scores::present;
  const std::size_t articles = searched.database.get_doccount();
  for (std::size_t size = wanted + fold_ahead;; size *= 2) {
    size = std::min(size, articles);
    Ordered ordered = first(size);
    const bool all = ordered.matches.size() < size || size == articles;
    Folder folder(searched, known, relevance ? Folder::Ties::by_date : Folder::Ties::settled,
                  wanted);
    folder.fold_all(ordered.matches);
    if (all || ordered.matches.size() >= wanted) return ordered;
  }
}

Signature signature_of(const Xapian::Database& database, Xapian::docid document) {
  return Signature(value_of(database, document, schema::Slot::signature));
}

}  // namespace kliping
