// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "kliping/span.hpp"
#include "search/highlighter.hpp"

namespace kliping {

/// The sentences of a text, ascending and disjoint, without the white space between them and
/// without `furniture`. A line end ends a sentence; an abbreviation's full stop does not.
std::vector<Span> sentences(std::string_view text, const std::vector<Span>& furniture);

/// The one to three stretches of `text`, in order, that answer the most wishes, with `length` code
/// points together; the beginning of the text if nothing is marked. They begin and end with
/// sentences, or between words where a sentence is too long. A word is never cut, so that a very
/// long one may exceed the length.
std::vector<Span> best_passages(std::string_view text, const std::vector<Span>& sentences,
                                const std::vector<Mark>& marks, std::size_t length);

}  // namespace kliping
