// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace kliping::indexer {

namespace {
/// Holds most articles that are files of their own, of which there may be a million.
constexpr std::size_t first_bytes = std::size_t{32} << 10;
/// For what is longer.
constexpr std::size_t window_bytes = std::size_t{1} << 20;
}  // namespace

Input::Input(ByteSource& source)
    : source_(source), buffer_(new char[first_bytes]), capacity_(first_bytes) {}

bool Input::fill() {
  // Full to the brim: the source is larger than the buffer.
  const bool must_grow = end_ == capacity_ && (begin_ == 0 || capacity_ < window_bytes);
  if (must_grow) {
    resize(std::max(window_bytes, capacity_ * 2));
  } else if (!shrink() && begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, available());
    end_ -= begin_;
    begin_ = 0;
  }
  // Behind a large record no more is taken in than is read at once elsewhere.
  const std::size_t wanted = std::min(capacity_ - end_, window_bytes);
  const std::size_t got = source_.read({buffer_.get() + end_, wanted});
  end_ += got;
  return got > 0;
}

bool Input::shrink() {
  if (capacity_ <= window_bytes || available() >= window_bytes) return false;
  resize(window_bytes);
  return true;
}

void Input::resize(std::size_t size) {
  std::unique_ptr<char[]> buffer(new char[size]);
  std::memcpy(buffer.get(), buffer_.get() + begin_, available());
  buffer_ = std::move(buffer);
  capacity_ = size;
  end_ -= begin_;
  begin_ = 0;
}

std::string_view Input::peek(std::size_t size) {
  while (available() < size && fill()) {
  }
  return {buffer_.get() + begin_, std::min(size, available())};
}

std::string_view Input::window() {
  if (available() == 0) fill();
  return {buffer_.get() + begin_, available()};
}

void Input::consume(std::size_t size) {
  assert(size <= available());
  take(size);
}

Input::Got Input::next_line(std::string_view& line, std::size_t max_bytes) {
  std::size_t searched = 0;
  while (true) {
    const char* start = buffer_.get() + begin_;
    const void* feed = std::memchr(start + searched, '\n', available() - searched);
    if (feed != nullptr || searched > max_bytes) {
      if (feed == nullptr) {
        skip_line();
        return Got::oversized;
      }
      const auto size = static_cast<std::size_t>(static_cast<const char*>(feed) - start) + 1;
      take(size);
      line = {start, size};
      return size > max_bytes ? Got::oversized : Got::line;
    }
    searched = available();
    if (fill()) continue;
    if (searched == 0) return Got::end;
    line = {buffer_.get() + begin_, searched};
    take(searched);
    return searched > max_bytes ? Got::oversized : Got::line;
  }
}

void Input::skip_line() {
  while (available() > 0) {
    const char* start = buffer_.get() + begin_;
    const void* feed = std::memchr(start, '\n', available());
    if (feed != nullptr) {
      take(static_cast<std::size_t>(static_cast<const char*>(feed) - start) + 1);
      return;
    }
    take(available());
    fill();
  }
}

std::size_t ReplayedSource::read(std::span<char> into) {
  const std::string_view window = input_.window();
  const std::size_t size = std::min(into.size(), window.size());
  if (size > 0) std::memcpy(into.data(), window.data(), size);
  input_.consume(size);
  return size;
}

}  // namespace kliping::indexer
