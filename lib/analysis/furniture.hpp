// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "kliping/span.hpp"

namespace kliping {

/// Appends the spans of page furniture: what the page around an article left in it, and no word of
/// the article. Ascending, disjoint. Where the end of a line is not sure, only its label is taken:
/// many bodies are one long line, and an article's words lost cost more than a headline's kept.
void find_furniture(std::string_view text, std::vector<Span>& out);

}  // namespace kliping
