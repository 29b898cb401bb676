// SPDX-License-Identifier: GPL-3.0-or-later
#include "parallel.hpp"

#include <exception>
#include <thread>

namespace kliping::glass {

void run_parallel(const std::vector<std::function<void()>>& works) {
  std::vector<std::exception_ptr> failures(works.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < works.size(); ++i) {
      threads.emplace_back([&work = works[i], &failure = failures[i]] {
        try {
          work();
        } catch (...) {
          failure = std::current_exception();
        }
      });
    }
  }
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace kliping::glass
