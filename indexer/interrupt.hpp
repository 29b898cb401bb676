// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kliping::indexer::interrupt {

/// From here on the first SIGINT or SIGTERM is only noted, so that the run can end in good order;
/// a second one ends the process at once. Called by the thread that reads the inputs, whose wait
/// for them the signal breaks.
void install();

/// The signal noted; 0 for none.
int noted() noexcept;

}  // namespace kliping::indexer::interrupt
