// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace kliping::indexer {

/// What the progress line tells.
struct ProgressState {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  /// Empty where the input's size is unknown.
  std::optional<std::uint64_t> total_bytes;
  std::chrono::duration<double> elapsed{};
};
/// The progress line's text, at most `columns` wide: `12,345 articles  3.1 MB/s  42 %  1:07 left`.
std::string render_progress(const ProgressState& state, std::size_t columns);

/// Standard error with a progress line as its last line, above which messages scroll. Thread-safe.
class Console {
 public:
  enum class Progress { shown, hidden };

  explicit Console(Progress progress);
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  /// Removes the progress line.
  ~Console();

  void print(std::string_view message);
  void set_total_bytes(std::optional<std::uint64_t> total);
  void add_bytes(std::uint64_t bytes) noexcept { bytes_ += bytes; }
  void add_article() noexcept { ++articles_; }
  /// Ends the progress line for good; messages still go through.
  void finish_progress();

  std::uint64_t bytes() const noexcept { return bytes_; }
  std::chrono::duration<double> elapsed() const;

 private:
  void repaint_until(const std::stop_token& stop);
  void paint();
  void clear_line();

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> bytes_ = 0;
  std::atomic<std::uint64_t> articles_ = 0;
  std::mutex mutex_;
  std::optional<std::uint64_t> total_bytes_;
  bool painted_ = false;
  std::jthread painter_;
};

}  // namespace kliping::indexer
