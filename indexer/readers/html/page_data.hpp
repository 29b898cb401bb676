// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json_ld.hpp"

namespace kliping::indexer::html {

/// The article in the JSON from which a page builds itself in the browser (`__NEXT_DATA__`). Of all
/// objects with a text under one of its usual names it is the one with the page's title, or else
/// the one with the longest text. All fields are empty if there is none.
JsonLdArticle read_page_data(const std::vector<std::string>& scripts, std::string_view title);

}  // namespace kliping::indexer::html
