// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_builder.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// Prints the hits of a query, and facets over all of its matches. `tree` is needed to correct
/// words that were not found. A page of usual size is written once all of it has been read. A
/// longer one is written piece by piece, in bounded memory; if the databases change meanwhile, no
/// hit is written twice.
ExitCode print_page(Archive& archive, const Options& options, const Streams& streams,
                    const Node& tree, const BuiltQuery& query);

/// Prints the number of matches for `-c`, and nothing for `-q`.
ExitCode print_count(Archive& archive, const Options& options, const Streams& streams,
                     const Node& tree, const BuiltQuery& query);

}  // namespace kliping::searcher
