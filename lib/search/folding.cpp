// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/folding.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace kliping {

namespace {

class Folder {
 public:
  /// `ties`: whether equal scores say that two articles rank the same.
  enum class Ties : std::uint8_t { settled, by_date };

  /// Keeps `wanted`; what comes behind them is looked at for what it doubles alone.
  Folder(const Xapian::Database& database, const Signature& known, Ties ties, std::size_t wanted)
      : database_(database), known_(known), ties_(ties), wanted_(wanted) {}

  void add(Match&& match) {
    const Signature signature = signature_of(database_, match.document);
    if (signature.matches(known_)) return;
    const std::size_t from = kept_.size() - std::min(kept_.size(), fold_behind);
    for (std::size_t i = from; i < kept_.size(); ++i) {
      if (signatures_[i].matches(signature)) return fold(kept_[i], match);
    }
    if (kept_.size() == wanted_) return;
    match.rank = kept_.size() + 1;
    kept_.push_back(std::move(match));
    signatures_.push_back(signature);
  }

  std::vector<Match> take() && { return std::move(kept_); }

 private:
  void fold(Match& kept, const Match& match) const {
    const bool tied = ties_ == Ties::by_date && kept.score == match.score;
    const bool earlier = tied && is_earlier(match.document, kept.document);
    kept.duplicates.push_back(earlier ? std::exchange(kept.document, match.document)
                                      : match.document);
  }

  /// Articles without a date count as the latest.
  bool is_earlier(Xapian::docid a, Xapian::docid b) const {
    const std::string date = value_of(database_, a, schema::Slot::date);
    const std::string other = value_of(database_, b, schema::Slot::date);
    return !date.empty() && (other.empty() || date < other);
  }

  const Xapian::Database& database_;
  const Signature& known_;
  Ties ties_;
  std::size_t wanted_;
  std::vector<Match> kept_;
  std::vector<Signature> signatures_;
};

}  // namespace

Ordered first_folded(const Xapian::Database& database, const Window& window, Scores scores,
                     std::size_t wanted, const Signature& known, const FirstMatches& first) {
  if (window.folding == Folding::off || wanted == 0) return first(wanted);
  const bool relevance = window.order == Order::relevance && scores == Scores::present;
  const std::size_t articles = database.get_doccount();
  for (std::size_t size = wanted + fold_ahead;; size *= 2) {
    size = std::min(size, articles);
    Ordered ordered = first(size);
    const bool all = ordered.matches.size() < size || size == articles;
    Folder folder(database, known, relevance ? Folder::Ties::by_date : Folder::Ties::settled,
                  wanted);
    for (Match& match : ordered.matches) folder.add(std::move(match));
    ordered.matches = std::move(folder).take();
    if (all || ordered.matches.size() >= wanted) return ordered;
  }
}

Signature signature_of(const Xapian::Database& database, Xapian::docid document) {
  return Signature(value_of(database, document, schema::Slot::signature));
}

}  // namespace kliping
