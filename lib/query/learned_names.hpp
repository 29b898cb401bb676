// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/other_names.hpp"

namespace kliping {

/// Finds other names of a query's words by what articles of the archive explain: an article that
/// says "Komisi Pemberantasan Korupsi (KPK)" has a term for it
/// (kliping/analysis/defined_names.hpp). Such terms are looked up in all databases together, remote
/// ones included. A meaning counts if enough articles give it and hardly any give another. The
/// built-in table takes precedence: a short form to which it gives one meaning is not looked up; if
/// it gives several, the archive decides between them.
class LearnedNames {
 public:
  /// Knows nothing.
  LearnedNames() = default;
  explicit LearnedNames(Xapian::Database database) : database_(std::move(database)) {}

  /// The same as kliping::other_names gives, but from the archive.
  std::vector<OtherName> of(std::string_view text, const std::vector<Token>& tokens) const;

 private:
  struct Meaning {
    std::string words;
    std::uint32_t articles = 0;
    /// How many of these articles spell it as `words` does.
    std::uint32_t articles_of_spelling = 0;
  };

  static void count(std::string_view words, std::uint32_t articles, std::vector<Meaning>& meanings);

  std::optional<Meaning> meaning_of(std::string_view short_form) const;
  void add_long_form(std::string_view text, const std::vector<Token>& tokens, std::size_t i,
                     std::vector<OtherName>& found) const;
  void add_short_forms(const std::vector<Token>& tokens, std::size_t i,
                       std::vector<OtherName>& found) const;

  std::optional<Xapian::Database> database_;
};

}  // namespace kliping
