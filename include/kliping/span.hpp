// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace kliping {

/// A half-open range of UTF-8 bytes, [begin, end), on character boundaries of the text it is about.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin == end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

  bool operator==(const Span&) const = default;
};

}  // namespace kliping
