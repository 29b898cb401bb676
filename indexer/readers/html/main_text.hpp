// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// The article's text on a page, one line for each paragraph, without the title, navigation,
/// related links, share buttons and comments. It is the paragraphs of the container with the
/// highest score, as in Arc90's Readability: length and commas count for it, links and the words of
/// class and id against it.
std::string main_text(const Page& page, std::string_view title);

}  // namespace kliping::indexer::html
