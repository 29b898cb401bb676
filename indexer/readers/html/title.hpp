// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "page.hpp"

namespace kliping::indexer::html {

/// The article's title, without the outlet's name before or behind it. It is taken from the
/// metadata for social networks, the `headline` of the page's data, its heading or its `<title>`.
/// `outlet` is what `outlet_of_host` gives.
std::string title_of(const Page& page, std::string_view headline, std::string_view outlet);

/// The outlet's name if `<title>` ends in one that looks like a host: `Kompas.com` of
/// `Judul - Kompas.com`.
std::string_view site_in_title(std::string_view title);

}  // namespace kliping::indexer::html
