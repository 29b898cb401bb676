// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kliping {

/// 128 bits that tell contents apart, the same on every machine (XXH3, big-endian canonical form).
std::array<std::uint8_t, 16> hash128(std::string_view bytes) noexcept;

/// 64 bits as a number, the same on every machine (XXH3).
std::uint64_t hash64(std::string_view bytes) noexcept;

/// hash128 in 32 hexadecimal digits.
std::string hash128_hex(std::string_view bytes);

}  // namespace kliping
