// SPDX-License-Identifier: GPL-3.0-or-later
#include "parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace kliping::glass {

void run_parallel(const std::vector<std::function<void()>>& tasks, unsigned threads) {
  std::vector<std::exception_ptr> failures(tasks.size());
  std::atomic<std::size_t> next = 0;
  const auto take_turns = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      try {
        tasks[i]();
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(threads, tasks.size()); ++i) {
      others.emplace_back(take_turns);
    }
    take_turns();
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace kliping::glass
