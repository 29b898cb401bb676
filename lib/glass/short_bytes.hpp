// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Terms, keys and lists have a few bytes each, and there are millions of them: what is done to
/// them here is done by two loads that may overlap, where the standard library makes a call.
namespace kliping::glass {

template <typename Number>
Number load(const char* from) noexcept {
  Number number;
  std::memcpy(&number, from, sizeof(number));
  return number;
}

/// Copies bytes and returns their end.
inline char* put_bytes(char* out, std::string_view bytes) noexcept {
  const char* const from = bytes.data();
  const std::size_t size = bytes.size();
  const auto put_ends = [&]<typename Number>(Number) {
    const auto first = load<Number>(from);
    const auto last = load<Number>(from + size - sizeof(Number));
    std::memcpy(out, &first, sizeof(first));
    std::memcpy(out + size - sizeof(last), &last, sizeof(last));
  };
  if (size > 16) {
    std::memcpy(out, from, size);
  } else if (size >= 8) {
    put_ends(std::uint64_t{});
  } else if (size >= 4) {
    put_ends(std::uint32_t{});
  } else if (size >= 2) {
    put_ends(std::uint16_t{});
  } else if (size == 1) {
    *out = *from;
  }
  return out + size;
}

inline bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
  const auto same_ends = [&]<typename Number>(Number) {
    const std::size_t last = size - sizeof(Number);
    return load<Number>(a) == load<Number>(b) && load<Number>(a + last) == load<Number>(b + last);
  };
  if (size > 16) return std::memcmp(a, b, size) == 0;
  if (size >= 8) return same_ends(std::uint64_t{});
  if (size >= 4) return same_ends(std::uint32_t{});
  if (size >= 2) return same_ends(std::uint16_t{});
  return size == 0 || *a == *b;
}

/// How many bytes two strings begin with alike.
inline std::size_t shared_prefix(std::string_view a, std::string_view b) noexcept {
  const std::size_t most = a.size() < b.size() ? a.size() : b.size();
  std::size_t shared = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (; shared + 8 <= most; shared += 8) {
      const std::uint64_t difference =
          load<std::uint64_t>(a.data() + shared) ^ load<std::uint64_t>(b.data() + shared);
      if (difference != 0) return shared + static_cast<unsigned>(std::countr_zero(difference)) / 8;
    }
    if (shared + 4 <= most) {
      const std::uint32_t difference =
          load<std::uint32_t>(a.data() + shared) ^ load<std::uint32_t>(b.data() + shared);
      if (difference != 0) return shared + static_cast<unsigned>(std::countr_zero(difference)) / 8;
      shared += 4;
    }
  }
  while (shared < most && a[shared] == b[shared]) ++shared;
  return shared;
}

inline bool has_zero_byte(std::string_view bytes) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const auto has_zero = [](std::uint64_t eight) {
    return ((eight - ones) & ~eight & ones << 7) != 0;
  };
  const char* const from = bytes.data();
  const std::size_t size = bytes.size();
  if (size > 16) return std::memchr(from, '\0', size) != nullptr;
  if (size >= 8)
    return has_zero(load<std::uint64_t>(from)) || has_zero(load<std::uint64_t>(from + size - 8));
  if (size >= 4) {
    return has_zero(load<std::uint32_t>(from) | std::uint64_t{load<std::uint32_t>(from + size - 4)}
                                                    << 32);
  }
  for (const char c : bytes) {
    if (c == '\0') return true;
  }
  return false;
}

}  // namespace kliping::glass
