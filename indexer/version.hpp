// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace kliping::indexer {

/// What `--version` prints: this program, its libraries, and the rules that an index was made by.
std::string version_text();

}  // namespace kliping::indexer
