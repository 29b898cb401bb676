// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace kliping::text {

/// The character of a Windows-1252 byte; U+FFFD for the five that have none.
char32_t from_windows1252(unsigned char byte) noexcept;

/// The byte that Windows-1252 has for a character. The five undefined bytes stand for the C1
/// control of the same number, as browsers do, since mojibake is full of them.
std::optional<unsigned char> to_windows1252(char32_t character) noexcept;

}  // namespace kliping::text
