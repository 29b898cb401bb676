// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kliping {

/// Asks for bodies alone, `isi:`. The general terms stand for title and body, so an article that
/// has a word in the title only is told by counting: its general term then weighs
/// `schema::title_weight` times the title's own. These articles are excluded by their ids, which
/// servers understand as well. Looks at every article that has the word in its title.
class BodyScope {
 public:
  /// Knows no articles: takes title and body for one.
  BodyScope() = default;
  explicit BodyScope(Xapian::Database database) : database_(std::move(database)) {}

  /// `wanted`, which finds all articles with the word or root, less those with `term` in the title
  /// alone; `title_term` is what stands for it there.
  Xapian::Query having(const Xapian::Query& wanted, const std::string& term,
                       const std::string& title_term) const;

  /// The words of one position, of which any will do.
  using Alternatives = std::vector<std::string>;

  /// `wanted`, which finds all articles with the phrase, less those with it in the title alone.
  /// `window` is Xapian's: the positions from its first to its last word.
  Xapian::Query having_phrase(const Xapian::Query& wanted, const std::vector<Alternatives>& steps,
                              Xapian::termcount window) const;

 private:
  bool stands_in_body(Xapian::docid document, const std::vector<Alternatives>& steps,
                      Xapian::termcount window) const;
  std::vector<Xapian::termpos> positions_in_body(Xapian::docid document,
                                                 const Alternatives& words) const;
  Xapian::Query less(const Xapian::Query& wanted,
                     const std::vector<Xapian::docid>& documents) const;

  std::optional<Xapian::Database> database_;
};

}  // namespace kliping
