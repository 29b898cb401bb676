// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace kliping::indexer {

/// A bounded queue from one thread to many. Each value has a weight, which counts as under way from
/// push() until done() is called for it; push() waits while too much is under way. Thread-safe.
template <typename T>
class WorkQueue {
 public:
  explicit WorkQueue(std::size_t max_weight) : max_weight_(max_weight) {}

  /// Waits until the value fits below the greatest weight under way, or nothing else is under way.
  /// False when the queue was abandoned.
  bool push(T value, std::size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock,
               [&] { return abandoned_ || under_way_ == 0 || under_way_ + weight <= max_weight_; });
    if (abandoned_) return false;
    under_way_ += weight;
    waiting_.push_back(std::move(value));
    arrived_.notify_one();
    return true;
  }

  /// Waits for a value; empty when the queue is closed and drained, or abandoned.
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return abandoned_ || closed_ || !waiting_.empty(); });
    if (abandoned_ || waiting_.empty()) return std::nullopt;
    std::optional<T> value(std::move(waiting_.front()));
    waiting_.pop_front();
    return value;
  }

  /// To be called when a value that was popped has been worked on: `weight` is no longer under way.
  void done(std::size_t weight) {
    const std::lock_guard lock(mutex_);
    under_way_ -= weight;
    room_.notify_one();
  }

  /// Waits until nothing is under way.
  void wait_until_idle() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return abandoned_ || under_way_ == 0; });
  }

  std::size_t max_weight() const { return max_weight_; }

  /// Nothing more is pushed; what waits is still handed out.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    arrived_.notify_all();
  }

  /// Ends all waiting: from now on nothing is taken or handed out.
  void abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    arrived_.notify_all();
    room_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable room_;
  std::deque<T> waiting_;
  std::size_t max_weight_;
  std::size_t under_way_ = 0;
  bool closed_ = false;
  bool abandoned_ = false;
};

/// Lets threads through one at a time, in the order of their numbers, so that the results of work
/// done in parallel are dealt with in input order. Thread-safe.
class Turnstile {
 public:
  /// Waits for the turn of `number`, runs `section`, and lets the next one in. False, without
  /// running it, when the turnstile was abandoned.
  template <typename Section>
  bool pass(std::uint64_t number, Section&& section) {
    std::unique_lock lock(mutex_);
    turned_.wait(lock, [&] { return abandoned_ || next_ == number; });
    if (abandoned_) return false;
    section();
    ++next_;
    turned_.notify_all();
    return true;
  }

  void abandon() {
    const std::lock_guard lock(mutex_);
    abandoned_ = true;
    turned_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable turned_;
  std::uint64_t next_ = 0;
  bool abandoned_ = false;
};

}  // namespace kliping::indexer
