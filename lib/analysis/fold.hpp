// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// A word's folded bytes are cut here: room for every prefix below the backend's limit on terms.
inline constexpr std::size_t max_word_bytes = 200;

/// `fold` for any text; what `fold` itself does is the same, with a short way for ASCII.
std::string fold_general(std::string_view text);

/// A word folded into the list's arena: as `fold`, less its apostrophes, cut to `max_word_bytes`
/// at a character. Time is bounded however long the word is.
std::string_view fold_word(std::string_view surface, TokenList& arena);

}  // namespace kliping
