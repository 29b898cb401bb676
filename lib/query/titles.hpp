// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace kliping {

/// Whether a word of a query is a title before a name, or a degree behind it (`Ir.`, `H.`, `S.H.`).
/// Articles mostly give the name without it.
bool is_title(std::string_view word);

}  // namespace kliping
