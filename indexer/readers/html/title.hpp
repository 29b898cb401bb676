// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// The article's title: what the page tells social networks, its data, its heading or its window,
/// without the outlet's name before or behind it. `outlet` as `outlet_of_host` gives it.
std::string title_of(const Page& page, std::string_view headline, std::string_view outlet);

/// `Kompas.com` of `Judul - Kompas.com`: the outlet, where the window's title ends in its host's
/// name.
std::string_view site_in_title(std::string_view title);

}  // namespace kliping::indexer::html
