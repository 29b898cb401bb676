// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "kliping/analysis/other_names.hpp"

namespace kliping {

/// Whether a sign stands for a token's word, `%` for `persen`: it is found by it, but makes no
/// article longer and no match weigh more, for tables of prices are full of them.
inline bool is_sign(const Token& token) noexcept {
  return token.span.size() == 1 && token.word.size() > 1;
}

/// What a query's words are written as well, by no table but by how the press writes: `2.5` and
/// `2,5`; `10 km` and `10km`; `B. J.`, `B.J.` and `BJ` before a name; `17 Agustus 1945`,
/// `17/8/1945`, `17/08/1945` and `1945-08-17`. By `first`.
std::vector<OtherName> written_forms(std::string_view text, const std::vector<Token>& tokens);

}  // namespace kliping
