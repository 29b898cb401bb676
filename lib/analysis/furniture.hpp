// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "kliping/span.hpp"

namespace kliping {

/// Appends the spans of page furniture (boilerplate): words that the page around an article left in
/// its text, such as `BACA JUGA: …`. Ascending, disjoint. Where it is not certain how far such a
/// line goes, only its label is taken: many bodies are one long line, and losing words of the
/// article is worse than keeping another article's headline.
void find_furniture(std::string_view text, std::vector<Span>& out);

}  // namespace kliping
