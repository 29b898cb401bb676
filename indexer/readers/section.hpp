// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace kliping::indexer {

/// Of the several sections that an article is filed under, the first that says what it is about:
/// not `Headline`, `Berita Utama`, `Uncategorized`. The first of all where none does.
std::string telling_section(const std::vector<std::string>& sections);

}  // namespace kliping::indexer
