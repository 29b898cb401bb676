// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What the halves of a hyphenated word are to each other. All words are folded.
namespace kliping {

/// `di` of `di-PHK`, `mem` of `mem-PHK-kan`, `ke` of `ke-79`.
bool is_hyphened_prefix(std::string_view word) noexcept;

/// `nya` of `KTP-nya`, `kan` of `mem-PHK-kan`, `an` of `1980-an`.
bool is_hyphened_suffix(std::string_view word) noexcept;

/// Prefixes that stand before whole words and are written both ways: `pasca-gempa`, `pascagempa`.
bool is_free_prefix(std::string_view word) noexcept;

/// Whether two halves are one word doubled: `anak-anaknya`, `tolong-menolong`, `sayur-mayur`.
bool reduplicates(std::string_view first, std::string_view second) noexcept;

}  // namespace kliping
