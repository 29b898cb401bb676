// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace kliping::text {

/// `&eacute;`, `&#233;`, `&#xE9;`.
struct CharacterReference {
  char32_t character = 0;
  /// Bytes from `&` to `;`; 0 where there is no reference.
  std::size_t length = 0;
};

/// The reference that `text` begins with: HTML 4's names and `&apos;`, or a number, read as HTML
/// reads it (0x80 to 0x9F are Windows-1252; what is no character is U+FFFD). The `;` must be there,
/// so that `R&D` and `?a=1&copy=2` stay. Looks at a dozen bytes at most.
CharacterReference parse_character_reference(std::string_view text) noexcept;

}  // namespace kliping::text
