// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace kliping::glass {

/// Runs all of them side by side, one a thread, and waits for all; then throws what the first of
/// them threw, in their order.
void run_parallel(const std::vector<std::function<void()>>& works);

}  // namespace kliping::glass
