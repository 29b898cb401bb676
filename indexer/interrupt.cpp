// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.hpp"

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace kliping::indexer::interrupt {

namespace {

std::atomic<int> noted_signal{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");

/// The thread that reads: a signal must break its wait, whichever thread the kernel picked.
pthread_t reading_thread;

extern "C" void note(int signal) {
  if (!pthread_equal(pthread_self(), reading_thread)) {
    pthread_kill(reading_thread, signal);
    return;
  }
  int none = 0;
  if (!noted_signal.compare_exchange_strong(none, signal)) _exit(128 + signal);
}

}  // namespace

void install() {
  reading_thread = pthread_self();
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART: a read that waits for a silent pipe returns, and the run can end.
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

int noted() noexcept {
  return noted_signal.load(std::memory_order_relaxed);
}

}  // namespace kliping::indexer::interrupt
