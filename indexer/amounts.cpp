// SPDX-License-Identifier: GPL-3.0-or-later
#include "amounts.hpp"

#include <fmt/format.h>

namespace kliping::indexer {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace kliping::indexer
