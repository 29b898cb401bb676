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

/// Finds the meanings of short forms that articles of the archive explain
/// (kliping/analysis/defined_names.hpp). They are looked up among the terms, and so in all
/// databases at once, remote ones too. A meaning counts if enough articles give it and hardly any
/// give another. Our own table comes first: what it has with one meaning is not looked up; of what
/// it has with several, the archive decides which one is meant.
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
    /// How many of these articles spell it like `words`.
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
