// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "add_run.hpp"
#include "database_folder.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// A sink for many articles, analysed by these lists: the bulk builder where it is wanted and
/// nothing speaks against it, else Xapian's own writer, and then the observer hears why.
std::unique_ptr<Sink> choose_large_sink(DatabaseFolder& folder, const AddSettings& settings,
                                        const WordLists& lists, const AddObserver& observer);

}  // namespace kliping::indexer
