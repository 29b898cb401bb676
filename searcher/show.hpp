// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// `--show=ID`: the stored articles, in the order asked for; what answers `--highlight` lit up.
ExitCode show(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
