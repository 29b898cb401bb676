// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// The article's text on a page, a line a paragraph, without navigation, related links, shares and
/// comments: the paragraphs of the container that scores highest, after the way of Arc90's
/// Readability (length, commas, density of links, words of class and id). `title` is left out.
std::string main_text(const Page& page, std::string_view title);

}  // namespace kliping::indexer::html
