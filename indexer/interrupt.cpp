// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.hpp"

#include <pthread.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

namespace kliping::indexer::interrupt {

namespace {

std::atomic<int> noted_signal{0};
/// Whether the reading thread has seen it.
std::atomic<bool> acknowledged{false};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");

/// The thread that reads: a signal must break its wait, whichever thread the kernel picked.
pthread_t reading_thread;

constexpr suseconds_t repeat_microseconds = 50'000;

/// 0 ends it. setitimer is a plain system call here, safe in a handler.
void alarm_every(suseconds_t microseconds) {
  const timeval interval{0, microseconds};
  const itimerval timer{interval, interval};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

extern "C" void note(int signal) {
  if (!pthread_equal(pthread_self(), reading_thread)) {
    pthread_kill(reading_thread, signal);
    return;
  }
  int none = 0;
  if (!noted_signal.compare_exchange_strong(none, signal)) _exit(128 + signal);
  // One that arrives just before a read would not break its wait: it comes again until it is seen.
  alarm_every(repeat_microseconds);
}

/// Handles the timer's signal: that it interrupts the system call is all that it is for.
extern "C" void break_wait(int signal) {
  if (!pthread_equal(pthread_self(), reading_thread)) pthread_kill(reading_thread, signal);
}

}  // namespace

void install() {
  reading_thread = pthread_self();
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART: a read that waits for a silent pipe returns, and the run can end.
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
  action.sa_handler = break_wait;
  sigaction(SIGALRM, &action, nullptr);
}

void uninstall() {
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);
}

int noted() noexcept {
  const int signal = noted_signal.load(std::memory_order_relaxed);
  const bool seen = signal != 0 && pthread_equal(pthread_self(), reading_thread);
  if (seen && !acknowledged.exchange(true)) alarm_every(0);
  return signal;
}

std::optional<ExitCode> exit_code() noexcept {
  const int signal = noted();
  if (signal == 0) return std::nullopt;
  return signal == SIGINT ? ExitCode::interrupted : ExitCode::terminated;
}

}  // namespace kliping::indexer::interrupt
