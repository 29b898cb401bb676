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

/// Tells a changed article from an unchanged one, the same on every machine: 8 bytes over every
/// stored field but the locator, then 8 over the locator without its line number. So an article
/// that moves within its file is unchanged, and one that turns up in another file is the same
/// content from elsewhere.
std::array<std::uint8_t, 16> fingerprint(const Article& article);

}  // namespace kliping
