// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// Completes a word for a shell: prints `sumber:ko` of a query, or `source=ko` of a filter, with
/// each value of the archive that begins so, one on a line.
ExitCode complete(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
