// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

/// Numbers as messages and pages show them to people.
namespace kliping::indexer {

/// `1234567` as `1,234,567`.
std::string grouped(std::uint64_t number);

/// `1234567` as `1.2 MB`: powers of ten.
std::string megabytes(std::uint64_t bytes);

}  // namespace kliping::indexer
