// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace kliping {

/// Longer short forms are not looked for: texts explain none.
inline constexpr std::size_t max_short_bytes = 16;

/// How a short form takes letters from the words it stands for.
enum class NameShape {
  initials,    ///< the first letter of each word: BNN
  beginnings,  ///< one or more letters of each beginning: Bappenas, KemenPPPA
  syllables,   ///< two or more letters of each word, somewhere: pilkada, Kejari
};

/// Whether `short_form` (lower case) can be made of letters of `words`, in order, in the way that
/// the shape tells. Every word must give letters, except function words such as `dan` and `untuk`.
bool agrees(std::string_view short_form, std::span<const std::string_view> words, NameShape shape);

/// Whether a short form may leave this word out: `dan` in BPOM.
bool is_passed_over(std::string_view word) noexcept;

/// `bp3mi` as `bpppmi`: a digit repeats the letter before it.
std::string spelled_out(std::string_view short_form);

}  // namespace kliping
