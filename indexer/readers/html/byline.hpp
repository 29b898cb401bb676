// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "page.hpp"

namespace kliping::indexer::html {

/// The author whom a line of the page names, such as `Penulis: Ani Lestari`; empty if no line does.
/// Editors and photographers are not authors.
std::string byline_of(const Page& page);

/// The author whom the page marks as such in its HTML, without a label before the name.
std::string marked_name(const Page& page);

/// The section that a line names, such as `Kategori: Ekonomi`; empty where no line does.
std::string labelled_section(const Page& page);

}  // namespace kliping::indexer::html
