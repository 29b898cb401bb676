// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// Folded words are cut to this length. With any term prefix, that is within the backend's limit on
/// terms.
inline constexpr std::size_t max_word_bytes = 200;

/// `fold` without its fast path for ASCII: the same result for any text.
std::string fold_general(std::string_view text);

/// A word as it is indexed: folded as by `fold`, without apostrophes, and cut to `max_word_bytes`
/// between two characters. The view points into the list's arena. Takes bounded time, however long
/// the word is.
std::string_view fold_word(std::string_view surface, TokenList& arena);

}  // namespace kliping
