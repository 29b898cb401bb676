// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace kliping::indexer::html {

/// The text of a piece of HTML as feeds, exports and content systems hold it, one line for each
/// paragraph.
std::string text_of_fragment(std::string_view utf8);

}  // namespace kliping::indexer::html
