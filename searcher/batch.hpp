// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kliping/error.hpp"
#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// Answers every line `QID TAB QUERY` of a file as a TREC run. A line that cannot be a query is
/// told on the error stream and costs itself only; the exit code is then ExitCode::failure.
ExitCode run_batch(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
