// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "kliping/search.hpp"
#include "query/query_builder.hpp"
#include "query/syntax.hpp"
#include "search/archive.hpp"

namespace kliping {

/// A query's tree with its patterns expanded. Without patterns the archive is not opened.
Node read_query(std::string_view query, const QueryOptions& options, Archive& archive);

/// The Xapian query of a tree, with the archive's word lists and the names that its articles
/// explain.
BuiltQuery build_query(const Node& tree, const QueryOptions& options, Archive& archive);

}  // namespace kliping
