// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace stem_text {
inline constexpr VerbText verb{
    "stem", mark("the roots of words, one a line"),
    mark("Without WORD it reads words from standard input, one a line, and answers each line.")};
inline constexpr OperandText word{mark("WORD"), mark("words to be stemmed")};
inline constexpr OptionText explain{"--explain", "", mark("word, root and affixes, between tabs")};
}  // namespace stem_text

namespace tokens_text {
inline constexpr VerbText verb{"tokens",
                               mark("the terms and spans that a text yields, as JSON Lines"),
                               mark("Spans are bytes of the text after decoding and repair.")};
inline constexpr OperandText file{mark("FILE"), mark("a text; standard input without it")};
}  // namespace tokens_text

}  // namespace kliping::indexer
