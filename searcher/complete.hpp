// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// What shells ask: `sumber:ko` of a query and `source=ko` of a filter with each value of the
/// archive's that begins so, one a line.
ExitCode complete(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
