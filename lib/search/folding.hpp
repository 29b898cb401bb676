// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>

#include "kliping/near_duplicate.hpp"
#include "search/ordering.hpp"

namespace kliping {

/// So many matches behind the page are looked through for duplicates of what is on it: they rank
/// close together. What lies farther behind is not counted (docs/duplicates.md).
inline constexpr std::size_t fold_ahead = 64;

/// An article folds into the first like it among so many that are kept before it.
inline constexpr std::size_t fold_behind = 1000;

/// Gives so many of a question's matches, the first ones in their order.
using FirstMatches = std::function<Ordered(std::size_t wanted)>;

/// What `first` gives, but where the window folds, near-duplicates stand behind the best ranked of
/// them; of copies with the same score that is the earliest. Duplicates of `known` are left out.
/// What is kept, and in which order, is the same for every page of a question.
Ordered first_folded(const Searched& searched, const Window& window, Scores scores,
                     std::size_t wanted, const Signature& known, const FirstMatches& first);

/// The signature of an indexed article.
Signature signature_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping
