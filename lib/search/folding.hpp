// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>

#include "kliping/near_duplicate.hpp"
#include "search/ordering.hpp"

namespace kliping {

/// So many matches behind the page are looked through for duplicates of what is on it: they rank
/// close together. What lies farther behind is not counted (docs/duplicates.md).
inline constexpr std::size_t fold_ahead = 64;

/// An article folds into the first like it among so many that are kept before it.
inline constexpr std::size_t fold_behind = 1000;

/// `first_matches`, but where the window folds, near-duplicates stand behind the best ranked of
/// them; of copies with the same score that is the earliest. Duplicates of `known` are left out.
/// What is kept, and in which order, is the same for every page of a question.
Ordered first_folded(const Xapian::Database& database, const Question& question,
                     const Window& window, Scores scores, std::size_t wanted,
                     std::size_t check_at_least, const Signature& known);

/// The signature of an indexed article.
Signature signature_of(const Xapian::Database& database, Xapian::docid document);

}  // namespace kliping
