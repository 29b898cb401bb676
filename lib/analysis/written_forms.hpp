// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "kliping/analysis/other_names.hpp"

namespace kliping {

/// What a query's words are written as well, by no table but by how the press writes: `2.5` and
/// `2,5`; `10 km` and `10km`; `B. J.` and `B.J.`, both before a name; `17 Agustus 1945`,
/// `17/8/1945` and `17/08/1945`. By `first`.
std::vector<OtherName> written_forms(std::string_view text, const std::vector<Token>& tokens);

}  // namespace kliping
