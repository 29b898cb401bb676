// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "kliping/error.hpp"

namespace kliping::indexer::interrupt {

/// From here on the first SIGINT or SIGTERM is only noted, so that the run can end in good order;
/// a second one ends the process at once. Called by the thread that reads the inputs, whose wait
/// for them the signal breaks.
void install();

/// From here on a signal ends the process at once again: for work that is of no use in part.
void uninstall();

/// The signal noted; 0 for none.
int noted() noexcept;

/// The exit code that tells of the signal noted; empty for none.
std::optional<ExitCode> exit_code() noexcept;

}  // namespace kliping::indexer::interrupt
