// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kliping/error.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// Answers every line `QID TAB QUERY` of a file as a TREC run. A line that is no query is
/// reported and skipped; the exit code is then ExitCode::failure.
ExitCode run_batch(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
