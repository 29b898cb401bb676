// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "page.hpp"

namespace kliping::indexer::html {

/// Who a page says wrote its article, by a line such as `Penulis: Ani Lestari`; empty where no line
/// does. Editors and photographers are none.
std::string byline_of(const Page& page);

/// Whom the page marks as its author, without a label before the name.
std::string marked_name(const Page& page);

/// The section that a line names, such as `Kategori: Ekonomi`; empty where no line does.
std::string labelled_section(const Page& page);

}  // namespace kliping::indexer::html
