// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "kliping/analysis/token.hpp"
#include "query/query_builder.hpp"

namespace kliping {

/// Words of a text that answer one wish of the query (search/anchors.hpp).
struct Mark {
  Span span;
  /// The number of the wish, counted through `Wanted`: first roots, then words, prefixes, phrases.
  std::size_t wish = 0;

  bool operator==(const Mark&) const = default;
};

/// The marks ascend and do not overlap. Each covers whole surface words; that of a phrase covers
/// all words of the phrase.
std::vector<Mark> find_marks(const TokenList& text, const Wanted& wanted);

}  // namespace kliping
