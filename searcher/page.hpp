// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_builder.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// Prints the hits of a query, whose tree tells what a word that was not found may have meant, and
/// what is counted over all of its matches. A page of usual size is written when all of it could be
/// read; a longer one as it goes, in bounded memory, and what is written once is not written again
/// when the databases change meanwhile.
ExitCode print_page(Archive& archive, const Options& options, const Streams& streams,
                    const Node& tree, const BuiltQuery& query);

/// `-c` and `-q`.
ExitCode print_count(Archive& archive, const Options& options, const Streams& streams,
                     const Node& tree, const BuiltQuery& query);

}  // namespace kliping::searcher
