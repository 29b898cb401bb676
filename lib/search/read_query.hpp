// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/search.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "search/archive.hpp"

namespace kliping {

/// A query's tree, its patterns expanded; the archive is opened only where there are any.
Node read_query(std::string_view query, const QueryOptions& options, Archive& archive);

/// The query of a tree in the words of the archive, what it learned of names included.
BuiltQuery build_query(const Node& tree, const QueryOptions& options, Archive& archive);

}  // namespace kliping
