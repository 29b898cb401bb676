// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyed_draft.hpp"

#include <limits>

namespace kliping::indexer {

namespace {
constexpr int unranked = std::numeric_limits<int>::max();
/// `--map` beats every guess.
constexpr int mapped_rank = -1;
}  // namespace

KeyedDraft::KeyedDraft(const ReadOptions& options) : options_(options) {
  ranks_.fill(unranked);
}

NameGuess KeyedDraft::meaning(std::string_view key) const {
  for (std::size_t i = 0; i < options_.map.size(); ++i) {
    const auto& [name, mapped] = options_.map[i];
    const auto field = field_of_name(name);
    if (!field || !same_name(mapped, key)) continue;
    options_.map_use->mark(i);
    return {*field, mapped_rank};
  }
  return guess_field(key).value_or(NameGuess{schema::Field::id, unranked});
}

void KeyedDraft::put(const NameGuess& guess, std::string_view key, std::string&& text) {
  const auto index = static_cast<std::size_t>(guess.field);
  if (ranks_[index] != unranked) keep(keys_[index], std::move(draft_[guess.field]));
  ranks_[index] = guess.rank;
  keys_[index] = key;
  draft_[guess.field] = std::move(text);
}

void KeyedDraft::take(std::string_view key, std::string&& value) {
  if (options_.identity == IdentityRule::field && same_name(key, options_.identity_field))
    draft_.chosen_id = value;
  const NameGuess guess = meaning(key);
  if (fits(guess) && !value.empty() && !says_nothing(value))
    put(guess, key, std::move(value));
  else
    keep(key, std::move(value));
}

}  // namespace kliping::indexer
