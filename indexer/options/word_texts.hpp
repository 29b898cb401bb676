// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace stem_text {
inline constexpr VerbText verb{
    "stem", "the roots of words, one a line",
    "Without WORD it reads words from standard input, one a line, and answers each line."};
inline constexpr OperandText word{"WORD", "words to be stemmed"};
inline constexpr OptionText explain{"--explain", "", "word, root and affixes, between tabs"};
}  // namespace stem_text

namespace tokens_text {
inline constexpr VerbText verb{"tokens", "the terms and spans that a text yields, as JSON Lines",
                               "Spans are bytes of the text after decoding and repair."};
inline constexpr OperandText file{"FILE", "a text; standard input without it"};
}  // namespace tokens_text

}  // namespace kliping::indexer
