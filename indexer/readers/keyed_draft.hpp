// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "draft.hpp"
#include "field_names.hpp"

namespace kliping::indexer {

/// Makes a draft of keys with values: JSON, front matter, TREC's elements. Of several keys for one
/// field the likeliest is taken; the others are kept as extra fields.
class KeyedDraft {
 public:
  explicit KeyedDraft(const ReadOptions& options);

  /// The field of `--map`, else what the key is likely to be.
  NameGuess meaning(std::string_view key) const;
  /// Whether a value would be the field's.
  bool fits(const NameGuess& guess) const {
    return guess.rank < ranks_[static_cast<std::size_t>(guess.field)];
  }

  void put(const NameGuess& guess, std::string_view key, std::string&& text);
  void keep(std::string_view key, std::string&& value) {
    draft_.extra.emplace_back(key, std::move(value));
  }
  /// `put` where the value fits and says something, else `keep`.
  void take(std::string_view key, std::string&& value);

  Draft& draft() { return draft_; }

 private:
  const ReadOptions& options_;
  Draft draft_;
  std::array<int, schema::fields.size()> ranks_;
  std::array<std::string, schema::fields.size()> keys_;
};

}  // namespace kliping::indexer
