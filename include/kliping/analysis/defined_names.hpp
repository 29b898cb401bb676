// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kliping/analysis/token.hpp"

namespace kliping {

/// A short form that a text explains, as in `Badan Narkotika Nasional (BNN)`.
struct DefinedName {
  /// Folded: `bnn`.
  std::string short_form;
  /// Folded words with one space between: `badan narkotika nasional`.
  std::string long_form;

  auto operator<=>(const DefinedName&) const = default;
};

/// The short forms that an analysed text explains in brackets, before or behind the name
/// (`PDB (Produk Domestik Bruto)`), each once, in order. What the brackets hold must agree letter
/// by letter with the words beside them: `Prabowo (Gerindra)` explains nothing. After Schwartz and
/// Hearst (2003), with the syllables of Indonesian blends. Linear in the text's length.
std::vector<DefinedName> find_defined_names(std::string_view text, const TokenList& tokens);

}  // namespace kliping
