// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kliping::indexer {

/// The strings of a Python list that was saved as text (`['…', "…"]`), joined; empty where the
/// text is no such list from end to end.
std::optional<std::string> read_python_list(std::string_view text, std::string_view separator);

}  // namespace kliping::indexer
