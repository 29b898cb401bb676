// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "add_run.hpp"
#include "database_folder.hpp"
#include "sink.hpp"

namespace kliping::indexer {

/// A sink for large batches, analysed with these word lists: the bulk builder, if it is wanted and
/// its check finds no reason against it, else Xapian's own writer. The observer is told of such a
/// reason.
std::unique_ptr<Sink> choose_large_sink(DatabaseFolder& folder, const AddSettings& settings,
                                        const WordLists& lists, const AddObserver& observer);

}  // namespace kliping::indexer
