// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>

#include "kliping/near_duplicate.hpp"
#include "search/ordering.hpp"

namespace kliping {

/// Matches behind the page that are looked through for duplicates of what is on it: duplicates rank
/// close together. Those that rank farther behind are not counted (docs/duplicates.md).
inline constexpr std::size_t collapse_ahead = 64;

/// Kept matches with which the next one is compared: the last ones before it.
inline constexpr std::size_t collapse_behind = 1000;

/// Gives the first `wanted` matches of a question, in their order.
using FirstMatches = std::function<Ordered(std::size_t wanted)>;

/// What `first` gives if the window does not collapse. Otherwise near-duplicates stand behind the
/// best ranked of them (behind the earliest, if copies have the same score), and duplicates of
/// `known` are left out. Which matches are kept, and in which order, is the same for every page.
Ordered first_collapsed(const Searched& searched, const Window& window, Scores scores,
                        std::size_t wanted, const Signature& known, const FirstMatches& first);

/// The signature of an indexed article.
Signature signature_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping
