// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "kliping/analysis/token.hpp"
#include "query/query_builder.hpp"

namespace kliping {

/// Words of a text that answer the query, and which of its wishes they answer.
struct Mark {
  Span span;
  /// Number of the wish, counted through `Wanted`: first roots, then words, prefixes, phrases.
  std::size_t wish = 0;

  bool operator==(const Mark&) const = default;
};

/// Marks ascend and do not overlap; each covers whole surface words, a phrase all of its own.
std::vector<Mark> find_marks(const TokenList& text, const Wanted& wanted);

}  // namespace kliping
