// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"

namespace kliping::searcher {

/// The tree of a query, read as the options say, with its patterns expanded.
Node parse(std::string_view query, const Options& options, Archive& archive);

/// The filters and dates of the options: OR within a field, AND across fields; empty if there are
/// none.
Xapian::Query filters_of(const Options& options);

/// The query of a tree, with the filters and dates of the options around it.
BuiltQuery build(const Node& tree, const Options& options, Archive& archive);

}  // namespace kliping::searcher
