// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "kliping/article.hpp"

namespace kliping {

/// The article as document data: tagged, length-prefixed fields, described in docs/index-format.md.
std::string store(const Article& article);

/// Reads `store`'s bytes back. Unknown tags are passed over; throws Error on bytes that `store`
/// cannot have written.
Article load(std::string_view data);

/// 128 bits over every stored field; equal articles have equal fingerprints on every machine.
std::array<std::uint8_t, 16> fingerprint(const Article& article);

/// The same from what `store` made of the article.
std::array<std::uint8_t, 16> fingerprint_of_stored(std::string_view stored);

}  // namespace kliping
