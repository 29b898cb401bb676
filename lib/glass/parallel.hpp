// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace kliping::glass {

/// Runs all tasks on up to so many threads, the caller's among them, and waits for all. They are
/// started in their order, so put the longest first. Where tasks throw, the rest runs all the same;
/// then the exception of the first of them, in their order, is thrown.
void run_parallel(const std::vector<std::function<void()>>& tasks, unsigned threads);

}  // namespace kliping::glass
