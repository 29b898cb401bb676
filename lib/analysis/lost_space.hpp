// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace kliping {

/// Finds the lost space in two words that were written as one, without a capital to show it: 5 for
/// `utaramengancam`, 4 for `haruscontoh`. 0 for a word that the lexicon or the grammar knows, that
/// can be divided in no way or in more than one, or that has other characters than a to z. `root`
/// is the root of the whole word. At most two look-ups in the lexicon for each letter; no
/// allocation.
std::size_t find_lost_space(std::string_view word, std::string_view root) noexcept;

}  // namespace kliping
