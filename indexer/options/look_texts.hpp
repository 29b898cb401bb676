// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.hpp"

namespace kliping::indexer {

namespace info_text {
inline constexpr VerbText verb{"info", "what a database holds", ""};
inline constexpr OptionText json{"--json", "", "as one JSON object"};
}  // namespace info_text

}  // namespace kliping::indexer
