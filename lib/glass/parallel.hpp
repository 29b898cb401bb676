// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace kliping::glass {

/// Runs all of them, begun in their order by as many threads, and waits for all; then throws what
/// the first of them threw, in their order. Longest first is done soonest.
void run_parallel(const std::vector<std::function<void()>>& works, unsigned threads);

}  // namespace kliping::glass
