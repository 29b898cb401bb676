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

/// Short forms that the articles of an archive explain (kliping/analysis/defined_names.hpp), asked
/// of its terms, and so of all its databases at once, remote ones too. A meaning counts when enough
/// articles give it and hardly any gives another. What our table knows, it knows better; of what it
/// calls ambiguous it says which meanings there are, and the archive which one.
class LearnedNames {
 public:
  /// Knows nothing.
  LearnedNames() = default;
  explicit LearnedNames(Xapian::Database database) : database_(std::move(database)) {}

  /// As kliping::other_names, from the archive.
  std::vector<OtherName> of(std::string_view text, const std::vector<Token>& tokens) const;

 private:
  struct Meaning {
    std::string words;
    std::uint32_t articles = 0;
    /// Of them, those that spell it so.
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
