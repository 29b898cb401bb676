// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What a character is to a line of text on a terminal.
namespace kliping::utf8 {

/// White space of any script, no-break and zero-width kinds included.
bool is_space(char32_t c) noexcept;

/// What must never reach a terminal: C0, C1, and signs that turn the writing direction.
bool is_control(char32_t c) noexcept;

/// Columns on a terminal: 0 for combining marks, 2 for wide East Asian signs and emoji.
int columns(char32_t c) noexcept;
/// Columns of all its characters.
int columns(std::string_view text) noexcept;

}  // namespace kliping::utf8
