// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace kliping {

/// Whether a query's word is a title before a name or a degree behind it (`Ir.`, `H.`, `S.H.`):
/// articles mostly give the name without.
bool is_title(std::string_view word);

}  // namespace kliping
