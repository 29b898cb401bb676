// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "kliping/analysis/analyzer.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"

namespace kliping {

/// How a query is understood, for `--explain-query`: its tree, the root of each token and how it
/// was found, other names and where they come from, and the query that is run.
std::string explain_query(std::string_view query, const Node& tree, const BuiltQuery& built,
                          const Analyzer& analyzer);

}  // namespace kliping
