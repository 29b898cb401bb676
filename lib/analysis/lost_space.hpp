// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace kliping {

/// Where a word is two that lost the space between them and no capital shows it: 5 for
/// `utaramengancam`, 4 for `haruscontoh`. 0 for any word that the lexicon or the grammar knows,
/// that does not fall into two in exactly one way, or that holds anything but a to z.
/// `root` is the word's. Looks at most twice a letter into the lexicon; no allocation.
std::size_t find_lost_space(std::string_view word, std::string_view root) noexcept;

}  // namespace kliping
