// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"

namespace kliping::searcher {

/// A query's tree, by the language that the options choose, its patterns expanded.
Node parse(std::string_view query, const Options& options, Archive& archive);

/// The options' filters and dates: OR within a field, AND across fields; empty where nothing is
/// filtered.
Xapian::Query filters_of(const Options& options);

/// The query of a tree with the options' filters and dates around it, in the words of the archive.
BuiltQuery build(const Node& tree, const Options& options, Archive& archive);

}  // namespace kliping::searcher
