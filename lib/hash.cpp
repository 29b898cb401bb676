// SPDX-License-Identifier: GPL-3.0-or-later
#include "hash.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include <algorithm>

namespace kliping {

std::array<std::uint8_t, 16> hash128(std::string_view bytes) noexcept {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::array<std::uint8_t, 16> digest;
  std::copy_n(canonical.digest, digest.size(), digest.begin());
  return digest;
}

std::uint64_t hash64(std::string_view bytes) noexcept {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hash128_hex(std::string_view bytes) {
  return fmt::format("{:02x}", fmt::join(hash128(bytes), ""));
}

}  // namespace kliping
