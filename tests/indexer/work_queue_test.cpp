// SPDX-License-Identifier: GPL-3.0-or-later
#include "work_queue.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace kliping::indexer;

namespace {

/// Whether somebody who waits is still waiting a moment later.
bool stays_false(const std::atomic<bool>& happened) {
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  return !happened;
}

}  // namespace

TEST_CASE("work queue: what is under way weighs no more than it may") {
  WorkQueue<int> queue(10);
  std::atomic<bool> pushed = false;
  CHECK(queue.push(1, 6));
  std::jthread pusher([&] {
    queue.push(2, 6);
    pushed = true;
  });
  CHECK(stays_false(pushed));
  CHECK(queue.pop() == 1);
  CHECK_MESSAGE(stays_false(pushed), "what was popped is being worked on");
  queue.done(6);
  pusher.join();
  CHECK(queue.pop() == 2);
}

TEST_CASE("work queue: what is too heavy goes alone") {
  WorkQueue<int> queue(10);
  CHECK_MESSAGE(queue.push(1, 1000), "nothing else is under way");
  std::atomic<bool> pushed = false;
  std::jthread pusher([&] {
    queue.push(2, 1);
    pushed = true;
  });
  CHECK(queue.pop() == 1);
  CHECK(stays_false(pushed));
  queue.done(1000);
  pusher.join();
  CHECK(queue.pop() == 2);
}

TEST_CASE("work queue: who wants to be alone waits for what is under way") {
  WorkQueue<int> queue(10);
  queue.wait_until_idle();
  CHECK(queue.push(1, 4));
  std::atomic<bool> alone = false;
  std::jthread waiting([&] {
    queue.wait_until_idle();
    alone = true;
  });
  CHECK(queue.pop() == 1);
  CHECK(stays_false(alone));
  queue.done(4);
  waiting.join();
  CHECK(alone);
}

TEST_CASE("work queue: who waits when it is abandoned goes home") {
  WorkQueue<int> queue(1);
  CHECK(queue.push(1, 1));
  std::atomic<bool> taken = true;
  std::jthread pusher([&] { taken = queue.push(2, 1); });
  queue.abandon();
  pusher.join();
  CHECK_FALSE(taken);
  CHECK_FALSE(queue.pop().has_value());
}
