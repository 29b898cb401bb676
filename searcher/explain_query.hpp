// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/query_builder.hpp"
#include "searcher/syntax.hpp"

namespace kliping::searcher {

/// How a query is understood, for `--explain-query`: its tree, each token with its root and how
/// that came about, and the query that is run.
std::string explain_query(std::string_view query, const Node& tree, const BuiltQuery& built);

}  // namespace kliping::searcher
