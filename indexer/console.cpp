// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstdio>

#include "amounts.hpp"
#include "kliping/command.hpp"
#include "kliping/language.hpp"

namespace kliping::indexer {

namespace {

constexpr std::chrono::milliseconds repaint_interval{200};
/// No rate is shown before this: that of the first moments means nothing.
constexpr std::chrono::duration<double> settled{1.0};

/// `1:07`, `2:03:59`.
std::string clock(std::chrono::duration<double> time) {
  const auto seconds = static_cast<std::uint64_t>(time.count() + 0.5);
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void write_stderr(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace

std::string render_progress(const ProgressState& state, std::size_t columns) {
  std::string line = tr(article_count(state.articles, grouped(state.articles)));
  if (state.elapsed >= settled) {
    const double rate = static_cast<double>(state.bytes) / state.elapsed.count();
    line += fmt::format("  {:.1f} MB/s", rate / 1e6);
    if (state.total_bytes && *state.total_bytes > 0 && state.bytes > 0) {
      const auto total = static_cast<double>(*state.total_bytes);
      const double done = std::min(1.0, static_cast<double>(state.bytes) / total);
      const std::chrono::duration<double> left(total * (1 - done) / rate);
      line += fmt::format("  {:.0f} %  {}", done * 100, tr(message("{} left", clock(left))));
    }
  }
  return line.substr(0, columns);
}

Console::Console(Progress progress) {
  if (progress == Progress::hidden) return;
  painter_ = std::jthread([this](const std::stop_token& stop) { repaint_until(stop); });
}

Console::~Console() {
  finish_progress();
}

void Console::print(std::string_view message) {
  const std::lock_guard lock(mutex_);
  clear_line();
  write_stderr(message);
}

void Console::set_total_bytes(std::optional<std::uint64_t> total) {
  const std::lock_guard lock(mutex_);
  total_bytes_ = total;
}

void Console::finish_progress() {
  painter_.request_stop();
  if (painter_.joinable()) painter_.join();
  const std::lock_guard lock(mutex_);
  clear_line();
}

std::chrono::duration<double> Console::elapsed() const {
  return std::chrono::steady_clock::now() - start_;
}

void Console::repaint_until(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  std::condition_variable_any stopped;
  while (!stopped.wait_for(lock, stop, repaint_interval, [&] { return stop.stop_requested(); })) {
    paint();
  }
}

void Console::paint() {
  const std::size_t columns = static_cast<std::size_t>(command::terminal_width(STDERR_FILENO)) - 1;
  write_stderr("\r\x1b[K" + render_progress({articles_, bytes_, total_bytes_, elapsed()}, columns));
  std::fflush(stderr);
  painted_ = true;
}

void Console::clear_line() {
  if (painted_) write_stderr("\r\x1b[K");
  painted_ = false;
}

}  // namespace kliping::indexer
