// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "kliping/error.hpp"

namespace kliping::indexer::interrupt {

/// From now on the first SIGINT or SIGTERM is only noted, so that the run can end in good order;
/// the second one ends the process at once. To be called by the thread that reads the inputs: the
/// signal interrupts its system calls, so that it does not wait for a silent pipe.
void install();

/// From now on a signal ends the process at once again: for work that is worth nothing in part.
void uninstall();

/// The signal noted; 0 for none.
int noted() noexcept;

/// The exit code that tells of the signal noted; empty for none.
std::optional<ExitCode> exit_code() noexcept;

}  // namespace kliping::indexer::interrupt
