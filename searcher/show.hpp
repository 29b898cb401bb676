// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/archive.hpp"
#include "searcher/options.hpp"
#include "searcher/search.hpp"

namespace kliping::searcher {

/// `--show=ID`: prints stored articles in the given order, with words of `--highlight` highlighted.
ExitCode show(Archive& archive, const Options& options, const Streams& streams);

}  // namespace kliping::searcher
