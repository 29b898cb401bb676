// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json_ld.hpp"

namespace kliping::indexer::html {

/// The article in the JSON that a page without text builds itself of (`__NEXT_DATA__`): of the
/// objects that hold a text under one of its usual names, the one titled as the page is, else the
/// one with the longest. All empty where there is none.
JsonLdArticle read_page_data(const std::vector<std::string>& scripts, std::string_view title);

}  // namespace kliping::indexer::html
