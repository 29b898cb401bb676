// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// Tells what begins at a place of a query. `at` is the byte offset of a whole character, at most
/// the query's size.
namespace kliping::signs {

/// The double quote at the place, straight, English, German or French; empty for none.
std::string_view opening_quote(std::string_view query, std::size_t at);
std::string_view closing_quote(std::string_view query, std::size_t at);

/// `DEKAT/` or `NEAR/` at the beginning of the text; empty for neither.
std::string_view near_sign(std::string_view text);

/// Whether a letter or digit of any script is here. This is an approximation that suits queries:
/// of ASCII letters and digits, and everything from U+00C0 on but spaces and the punctuation of
/// U+2000 to U+206F.
bool is_word_start(std::string_view query, std::size_t at);

/// Whether something that an operator can apply to begins here: a word, a bracket, a quote,
/// `=kata`.
bool begins_operand(std::string_view query, std::size_t at);

/// `*kata`, `?ata`
bool begins_pattern(std::string_view query, std::size_t at);

/// The letters of ASCII that the text begins with.
std::string_view leading_letters(std::string_view text);

/// `https://…`
bool begins_address(std::string_view text);

/// Behind `text`, which ends at `end` of the query, a percent sign that belongs to its number, as
/// in `5 %`: bytes of it, the space included; else 0.
std::size_t percent_behind(std::string_view text, std::string_view query, std::size_t end);

/// Whether a bracket behind `text` makes a smiley with it: `:)`, `;-(`.
bool is_half_smiley(std::string_view text);

}  // namespace kliping::signs
